//! Bytes made short and fit for a link: the browser's own compression, in base64url.

use js_sys::{Array, ArrayBuffer, Function, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStream, ReadableWritablePair, Response};

/// `bytes` compressed and in base64url; `None` where the browser cannot.
pub async fn pack(bytes: &[u8]) -> Option<String> {
    let packed = through(bytes, &transform("CompressionStream")?).await?;
    let binary: String = packed.iter().map(|byte| char::from(*byte)).collect();
    let base64 = web_sys::window()?.btoa(&binary).ok()?;
    Some(base64.trim_end_matches('=').replace('+', "-").replace('/', "_"))
}

/// What `packed` was made of; `None` where it is broken or the browser cannot.
pub async fn unpack(packed: &str) -> Option<Vec<u8>> {
    let base64 = packed.replace('-', "+").replace('_', "/");
    let binary = web_sys::window()?.atob(&base64).ok()?;
    let bytes: Vec<u8> = binary.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or_default()).collect();
    through(&bytes, &transform("DecompressionStream")?).await
}

/// A stream of that class for raw deflate; `web_sys` does not have these classes yet.
fn transform(class: &str) -> Option<ReadableWritablePair> {
    let class = Reflect::get(&js_sys::global(), &JsValue::from_str(class)).ok()?.dyn_into::<Function>().ok()?;
    Some(Reflect::construct(&class, &Array::of1(&JsValue::from_str("deflate-raw"))).ok()?.unchecked_into())
}

async fn through(bytes: &[u8], pair: &ReadableWritablePair) -> Option<Vec<u8>> {
    let blob = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes))).ok()?;
    let stream: ReadableStream = blob.stream().pipe_through(pair);
    let response = Response::new_with_opt_readable_stream(Some(&stream)).ok()?;
    let buffer = JsFuture::from(response.array_buffer().ok()?).await.ok()?.dyn_into::<ArrayBuffer>().ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}
