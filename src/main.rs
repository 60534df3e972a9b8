//! Browser entry: mounts the application.

fn main() {
    yew::Renderer::<saywhen::app::App>::new().render();
}
