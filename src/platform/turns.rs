use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

use super::clock;

/// Gives everything else on the page its turn during a long work.
pub(super) struct Turns {
    channel: Option<MessageChannel>,
    /// Milliseconds between turns.
    every: f64,
    turned: f64,
}

impl Turns {
    /// A turn after every so many milliseconds. The page must answer within 50.
    pub fn every(milliseconds: f64) -> Self {
        Self { channel: MessageChannel::new().ok(), every: milliseconds, turned: clock::milliseconds() }
    }

    /// Lets others go first, if it is time.
    ///
    /// Reading may be so quick that the browser goes on with it before anything else. A message to
    /// oneself waits behind what waits already; unlike a timer, it is not held back when the page is
    /// in the background.
    pub async fn give(&mut self) {
        if clock::milliseconds() - self.turned <= self.every {
            return;
        }
        if let Some(channel) = &self.channel {
            let (here, there) = (channel.port1(), channel.port2());
            let turn = Promise::new(&mut |go_on, _| {
                here.set_onmessage(Some(&go_on));
                if there.post_message(&JsValue::NULL).is_err() {
                    let _ = go_on.call0(&JsValue::NULL);
                }
            });
            let _ = JsFuture::from(turn).await;
        }
        self.turned = clock::milliseconds();
    }
}

impl Drop for Turns {
    fn drop(&mut self) {
        if let Some(channel) = &self.channel {
            channel.port1().close();
        }
    }
}
