use js_sys::Array;
use js_sys::Promise;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url};

use super::download::{blob, download_blob};

/// Pixels for each pixel of the drawing.
const FINE: u32 = 2;

/// Offers a drawing as a picture of pixels, on white.
///
/// # Errors
/// The browser's own words, when it cannot draw.
pub async fn download_png(name: &str, svg: &str) -> Result<(), String> {
    let source = blob(&Array::of1(&svg.into()), "image/svg+xml").map_err(|error| super::words(&error))?;
    let url = Url::create_object_url_with_blob(&source).map_err(|error| super::words(&error))?;
    let drawn = draw(&url).await;
    let _ = Url::revoke_object_url(&url);
    let picture = drawn.map_err(|error| super::words(&error))?;
    download_blob(name, &picture).map_err(|error| super::words(&error))
}

async fn draw(url: &str) -> Result<Blob, JsValue> {
    let image = HtmlImageElement::new()?;
    image.set_src(url);
    JsFuture::from(image.decode()).await?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or("no document")?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
    let (width, height) = (image.natural_width() * FINE, image.natural_height() * FINE);
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or("no canvas")?.dyn_into()?;
    context.set_fill_style_str("#ffffff");
    context.fill_rect(0.0, 0.0, width.into(), height.into());
    context.draw_image_with_html_image_element_and_dw_and_dh(
        &image,
        0.0,
        0.0,
        width.into(),
        height.into(),
    )?;
    let made = Promise::new(&mut |give, fail| {
        if canvas.to_blob(&give).is_err() {
            let _ = fail.call0(&JsValue::NULL);
        }
    });
    // Where there is no memory for it, null comes back.
    JsFuture::from(made).await?.dyn_into()
}
