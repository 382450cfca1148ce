//! Where the points of a radar chart lie.

/// A chart with one axis per value, the first one pointing up, going round clockwise.
#[derive(Clone, Copy, Debug)]
pub struct Radar {
    pub axes: usize,
    pub centre: f64,
    pub radius: f64,
}

/// How a label stands to its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

impl Anchor {
    /// For SVG's `text-anchor`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

impl Radar {
    /// The point on an axis at a share (0.0 to 1.0) of the radius.
    pub fn point(self, axis: usize, share: f64) -> (f64, f64) {
        let angle = std::f64::consts::TAU * axis as f64 / self.axes.max(1) as f64;
        let reach = self.radius * share;
        (self.centre + reach * angle.sin(), self.centre - reach * angle.cos())
    }

    /// The points of a polygon, for SVG's `points`.
    pub fn polygon(self, shares: &[f64]) -> String {
        let points: Vec<_> = shares
            .iter()
            .enumerate()
            .map(|(axis, share)| {
                let (x, y) = self.point(axis, *share);
                format!("{x:.1},{y:.1}")
            })
            .collect();
        points.join(" ")
    }

    /// Where the label of an axis begins, and on which side of that point it stands.
    pub fn label(self, axis: usize) -> (f64, f64, Anchor) {
        let (x, y) = self.point(axis, 1.0 + 14.0 / self.radius);
        let aside = x - self.centre;
        let anchor = match aside {
            a if a.abs() < 1.0 => Anchor::Middle,
            a if a > 0.0 => Anchor::Start,
            _ => Anchor::End,
        };
        // Letters hang above their base line: those below the chart move down, those above stay.
        let down = (y - self.centre) / self.radius;
        (x, y + 4.0 + 4.0 * down, anchor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_axis_points_up_and_the_rest_go_round() {
        let radar = Radar { axes: 4, centre: 100.0, radius: 80.0 };
        assert_eq!(radar.polygon(&[1.0, 0.5, 1.0, 0.0]), "100.0,20.0 140.0,100.0 100.0,180.0 100.0,100.0");
    }

    #[test]
    fn labels_stand_outside_and_turn_away_from_the_chart() {
        let radar = Radar { axes: 8, centre: 150.0, radius: 110.0 };
        let anchors: Vec<_> = (0..8).map(|axis| radar.label(axis).2).collect();
        use Anchor::{End, Middle, Start};
        assert_eq!(anchors, [Middle, Start, Start, Start, Middle, End, End, End]);
        assert!(radar.label(0).1 < 40.0 && radar.label(4).1 > 260.0);
    }
}
