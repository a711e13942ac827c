//! An SVG becomes a PNG at twice its size, with the built-in font only: the same bytes everywhere.

use super::PlotError;
use crate::words::chart as words;
use resvg::{tiny_skia, usvg};
use std::sync::{Arc, OnceLock};
use usvg::fontdb;

/// Pixels of the PNG for one pixel of the picture.
const PIXELS: f32 = 2.0;

/// Reads an SVG with the built-in font.
pub fn tree(svg: &str) -> Result<usvg::Tree, PlotError> {
    let options = usvg::Options {
        font_family: "Noto Sans".to_owned(),
        fontdb: fonts(),
        ..usvg::Options::default()
    };
    usvg::Tree::from_str(svg, &options).map_err(|e| PlotError::Png(e.to_string()))
}

/// Paints an SVG.
pub fn png(svg: &str) -> Result<Vec<u8>, PlotError> {
    let tree = tree(svg)?;
    let size = tree.size();
    let (width, height) = (size.width() * PIXELS, size.height() * PIXELS);
    let mut pixels = tiny_skia::Pixmap::new(width.round() as u32, height.round() as u32)
        .ok_or_else(|| PlotError::Png(words::too_large(width, height)))?;
    pixels.fill(tiny_skia::Color::WHITE);
    resvg::render(
        &tree,
        tiny_skia::Transform::from_scale(PIXELS, PIXELS),
        &mut pixels.as_mut(),
    );
    encode(&pixels).map_err(|e| PlotError::Png(e.to_string()))
}

/// The file of a painting that nothing shines through, in three bytes a pixel; quickly written rather
/// than as small as can be.
fn encode(pixels: &tiny_skia::Pixmap) -> Result<Vec<u8>, png::EncodingError> {
    let colours = pixels.pixels().iter();
    let colours = colours.map(|c| [c.red(), c.green(), c.blue()]);
    let colours: Vec<[u8; 3]> = colours.collect();
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, pixels.width(), pixels.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_compression(png::Compression::Fast);
    encoder.set_filter(png::Filter::Up);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(colours.as_flattened())?;
    writer.finish()?;
    Ok(file)
}

fn fonts() -> Arc<fontdb::Database> {
    static FONTS: OnceLock<Arc<fontdb::Database>> = OnceLock::new();
    FONTS
        .get_or_init(|| {
            let mut fonts = fontdb::Database::new();
            fonts.load_font_data(notosans::REGULAR_TTF.to_vec());
            fonts.load_font_data(notosans::BOLD_TTF.to_vec());
            fonts.set_sans_serif_family("Noto Sans");
            Arc::new(fonts)
        })
        .clone()
}
