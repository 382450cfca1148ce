//! Charts as SVG. They stand in reports and are saved as files, so all that they look like stands in their own
//! attributes, their letters are never under 12 px, and what matters is not told by colour alone.

use std::fmt::Write as _;

use super::html::Html;
use super::radar::Radar;

/// A row of a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    pub label: String,
    /// The figure in words: "3,40".
    pub shown: String,
    /// Where it lies on the scale, 0.0 to 1.0.
    pub share: f64,
}

const INK: &str = "#1c2128";
const SOFT: &str = "#4f5966";
const RULE: &str = "#8a949f";
const FILL: &str = "#2b6dbb";

/// A drawing of so many pixels; `name` says in words what it shows.
struct Drawing(String);

impl Drawing {
    fn new(name: &str, left: i32, width: i32, height: i32) -> Self {
        let mut words = Html::default();
        words.text(name);
        let words = words.done();
        Self(format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{left} 0 {width} {height}\" width=\"{width}\" \
             height=\"{height}\" role=\"img\" font-family=\"system-ui, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif\">\
             <title>{words}</title>"
        ))
    }

    fn text(&mut self, (x, y): (f64, f64), anchor: &str, (size, colour, bold): (u8, &str, bool), text: &str) {
        let mut words = Html::default();
        words.text(text);
        // Figures have a white rim, so that a line behind them does not cross them out.
        let weight = match bold {
            true => {
                " font-weight=\"700\" paint-order=\"stroke\" stroke=\"#ffffff\" stroke-width=\"4\" stroke-linejoin=\"round\""
            }
            false => "",
        };
        let _ = write!(
            self.0,
            "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\" font-size=\"{size}\" fill=\"{colour}\"{weight}>{}</text>",
            words.done()
        );
    }

    fn polygon(&mut self, points: &str, paint: &str) {
        let _ = write!(self.0, "<polygon points=\"{points}\" {paint}/>");
    }

    fn line(&mut self, (x1, y1): (f64, f64), (x2, y2): (f64, f64), paint: &str) {
        let _ = write!(self.0, "<line x1=\"{x1:.1}\" y1=\"{y1:.1}\" x2=\"{x2:.1}\" y2=\"{y2:.1}\" {paint}/>");
    }

    fn dot(&mut self, (x, y): (f64, f64)) {
        let _ = write!(
            self.0,
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4\" fill=\"#ffffff\" stroke=\"{FILL}\" stroke-width=\"2.5\"/>"
        );
    }

    fn done(mut self) -> String {
        self.0.push_str("</svg>");
        self.0
    }
}

fn thin(colour: &str) -> String {
    format!("fill=\"none\" stroke=\"{colour}\" stroke-width=\"1\"")
}

fn dashed() -> String {
    format!("fill=\"none\" stroke=\"{INK}\" stroke-width=\"1.5\" stroke-dasharray=\"5 4\"")
}

/// One axis for each mark, the first one upwards; the target is a dashed ring.
pub fn radar(name: &str, marks: &[Mark], target: Option<f64>) -> String {
    let radar = Radar { axes: marks.len(), centre: 160.0, radius: 100.0 };
    let mut drawing = Drawing::new(name, -70, 460, 320);
    for ring in 1..=4 {
        drawing.polygon(&radar.polygon(&vec![f64::from(ring) / 4.0; radar.axes]), &thin("#c3cad2"));
    }
    for axis in 0..radar.axes {
        drawing.line((radar.centre, radar.centre), radar.point(axis, 1.0), &thin("#c3cad2"));
    }
    if let Some(target) = target {
        drawing.polygon(&radar.polygon(&vec![target; radar.axes]), &dashed());
    }
    let shares: Vec<_> = marks.iter().map(|mark| mark.share).collect();
    let area = format!("fill=\"{FILL}\" fill-opacity=\"0.16\" stroke=\"{FILL}\" stroke-width=\"2.5\"");
    drawing.polygon(&radar.polygon(&shares), &area);
    for (axis, mark) in marks.iter().enumerate() {
        drawing.dot(radar.point(axis, mark.share));
        let (x, y, anchor) = radar.label(axis);
        // Two lines: above the chart they grow upwards, beside it around their middle.
        let up = if y < radar.centre - 60.0 { 16.0 } else { 4.0 };
        drawing.text((x, y - up), anchor.as_str(), (18, SOFT, false), &mark.label);
        drawing.text((x, y - up + 19.0), anchor.as_str(), (18, INK, true), &mark.shown);
    }
    drawing.done()
}

/// A bar for each mark, with its figure at its end; the target is a dashed line through all of them.
pub fn bars(name: &str, marks: &[Mark], target: Option<f64>, ends: [&str; 2]) -> String {
    const ROW: i32 = 28;
    let (left, wide) = (210.0, 380.0);
    let height = ROW * i32::try_from(marks.len()).unwrap_or(1) + 30;
    let mut drawing = Drawing::new(name, 0, 660, height);
    let bottom = f64::from(height) - 26.0;
    drawing.line((left, 0.0), (left, bottom), &thin(RULE));
    for (at, mark) in marks.iter().enumerate() {
        let top = f64::from(ROW) * at as f64 + 4.0;
        let long = (wide * mark.share).max(1.0);
        drawing.text((left - 10.0, top + 15.0), "end", (14, INK, false), &mark.label);
        let _ = write!(
            drawing.0,
            "<rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{long:.1}\" height=\"20\" fill=\"{FILL}\"/>"
        );
    }
    if let Some(target) = target {
        let x = left + wide * target;
        drawing.line((x, 0.0), (x, bottom), &dashed());
    }
    for (at, mark) in marks.iter().enumerate() {
        let end = left + (wide * mark.share).max(1.0);
        let middle = f64::from(ROW) * at as f64 + 19.0;
        drawing.text((end + 8.0, middle), "start", (14, INK, true), &mark.shown);
    }
    drawing.text((left, bottom + 18.0), "middle", (13, SOFT, false), ends[0]);
    drawing.text((left + wide, bottom + 18.0), "middle", (13, SOFT, false), ends[1]);
    drawing.done()
}

/// From mark to mark, with the figure at each; the target is a dashed line.
pub fn line(name: &str, marks: &[Mark], target: Option<f64>) -> String {
    let (left, wide, top, tall) = (70.0, 520.0, 30.0, 150.0);
    let mut drawing = Drawing::new(name, 0, 660, 230);
    let x = |at: usize| match marks.len() {
        0 | 1 => left + wide / 2.0,
        some => left + wide * at as f64 / (some - 1) as f64,
    };
    let y = |share: f64| top + tall * (1.0 - share);
    for share in [0.0, 0.25, 0.5, 0.75, 1.0] {
        drawing.line((20.0, y(share)), (640.0, y(share)), &thin("#c3cad2"));
    }
    if let Some(target) = target {
        drawing.line((20.0, y(target)), (640.0, y(target)), &dashed());
    }
    for at in 1..marks.len() {
        let paint = format!("stroke=\"{FILL}\" stroke-width=\"2.5\"");
        drawing.line((x(at - 1), y(marks[at - 1].share)), (x(at), y(marks[at].share)), &paint);
    }
    for (at, mark) in marks.iter().enumerate() {
        drawing.dot((x(at), y(mark.share)));
        drawing.text((x(at), y(mark.share) - 12.0), "middle", (16, INK, true), &mark.shown);
        drawing.text((x(at), top + tall + 26.0), "middle", (14, INK, false), &mark.label);
    }
    drawing.done()
}
