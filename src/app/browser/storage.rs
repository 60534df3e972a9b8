//! Records in the browser's IndexedDB: bytes under names. Each tab has one of its own, so that none writes over another's.

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbObjectStore, IdbRequest, IdbRequestReadyState, IdbTransactionMode};

/// The database and the store in it.
const NAME: &str = "saywhen";

/// A record with its name.
#[derive(Clone)]
pub struct Record {
    /// The name.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// A name for the record of this tab: later tabs have later names, and hardly two have the same.
pub fn own_name() -> String {
    format!("work-{:015.0}-{:06.0}", js_sys::Date::now(), js_sys::Math::random() * 1e6)
}

/// What is stored, in the order of the names; nothing where the browser does not say.
pub async fn load() -> Vec<Record> {
    let all = async {
        let store = store(IdbTransactionMode::Readonly).await?;
        let (names, values) = (store.get_all_keys().ok()?, store.get_all().ok()?);
        Some((Array::from(&done(&names).await?), Array::from(&settled(&values).await?)))
    };
    let Some((names, values)) = all.await else { return Vec::new() };
    let record =
        |(name, value): (JsValue, JsValue)| Some(Record { name: name.as_string()?, bytes: value.dyn_ref::<Uint8Array>()?.to_vec() });
    names.iter().zip(values.iter()).filter_map(record).collect()
}

/// Stores `bytes` under `name` in place of the records `others`, but for those that their own tabs have changed since they were read.
/// Says whether the browser did.
pub async fn save(name: &str, bytes: &[u8], others: &[Record]) -> bool {
    let put = async {
        let store = store(IdbTransactionMode::Readwrite).await?;
        let put = store.put_with_key(&Uint8Array::from(bytes), &JsValue::from_str(name)).ok()?;
        done(&put).await?;
        for Record { name, bytes } in others {
            let name = JsValue::from_str(name);
            let now = done(&store.get(&name).ok()?).await?;
            if now.dyn_ref::<Uint8Array>().is_some_and(|now| now.to_vec() == *bytes) {
                done(&store.delete(&name).ok()?).await?;
            }
        }
        Some(())
    };
    put.await.is_some()
}

/// Deletes all that is stored. Says whether the browser did.
pub async fn clear() -> bool {
    let clear = async { done(&store(IdbTransactionMode::Readwrite).await?.clear().ok()?).await };
    clear.await.is_some()
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

/// The result of a request that may have been answered while another was awaited.
async fn settled(request: &IdbRequest) -> Option<JsValue> {
    match request.ready_state() {
        IdbRequestReadyState::Done => request.result().ok(),
        _ => done(request).await,
    }
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
