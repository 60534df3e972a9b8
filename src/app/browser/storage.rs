//! One record in the browser's IndexedDB: bytes under a name.

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbObjectStore, IdbRequest, IdbTransactionMode};

/// The database and the store in it.
const NAME: &str = "saywhen";

/// The key of the one record.
const KEY: &str = "work";

/// What is stored; `None` where nothing is, or the browser does not say.
pub async fn load() -> Option<Vec<u8>> {
    let store = store(IdbTransactionMode::Readonly).await?;
    let found = done(&store.get(&JsValue::from_str(KEY)).ok()?).await?;
    found.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec)
}

/// Stores `bytes`. Says whether the browser did.
pub async fn save(bytes: &[u8]) -> bool {
    let put = async {
        let store = store(IdbTransactionMode::Readwrite).await?;
        done(&store.put_with_key(&Uint8Array::from(bytes), &JsValue::from_str(KEY)).ok()?).await
    };
    put.await.is_some()
}

/// Deletes what is stored. Says whether the browser did.
pub async fn delete() -> bool {
    let delete = async {
        let store = store(IdbTransactionMode::Readwrite).await?;
        done(&store.delete(&JsValue::from_str(KEY)).ok()?).await
    };
    delete.await.is_some()
}

async fn store(mode: IdbTransactionMode) -> Option<IdbObjectStore> {
    let request = web_sys::window()?.indexed_db().ok()??.open_with_u32(NAME, 1).ok()?;
    let opening = request.clone();
    let on_upgrade = Closure::once(move || {
        let database = opening.result().ok().and_then(|result| result.dyn_into::<IdbDatabase>().ok());
        if let Some(database) = database {
            let _ = database.create_object_store(NAME);
        }
    });
    request.set_onupgradeneeded(Some(on_upgrade.as_ref().unchecked_ref()));
    let database = done(&request).await?.dyn_into::<IdbDatabase>().ok()?;
    database.transaction_with_str_and_mode(NAME, mode).ok()?.object_store(NAME).ok()
}

/// The result of a request once it has succeeded; `None` where it fails.
async fn done(request: &IdbRequest) -> Option<JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    JsFuture::from(promise).await.ok()?;
    request.result().ok()
}
