//! Where the points of a line from stage to stage lie.

/// A chart with one place per stage from left to right, and shares (0.0 to 1.0) of the scale upwards.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// How many places there are.
    pub places: usize,
    /// The first and the last place, from the left.
    pub left: f64,
    pub right: f64,
    /// The highest and the lowest value, from the top.
    pub top: f64,
    pub bottom: f64,
}

impl Line {
    pub fn x(self, place: usize) -> f64 {
        let steps = self.places.saturating_sub(1).max(1) as f64;
        self.left + (self.right - self.left) * place as f64 / steps
    }

    pub fn y(self, share: f64) -> f64 {
        self.bottom + (self.top - self.bottom) * share
    }

    /// The points of a line, for SVG's `points`. Places without a share are passed over.
    pub fn points(self, shares: &[Option<f64>]) -> String {
        let points = shares
            .iter()
            .enumerate()
            .filter_map(|(place, share)| Some(format!("{:.1},{:.1}", self.x(place), self.y((*share)?))));
        points.collect::<Vec<_>>().join(" ")
    }

    /// Where the label of a point begins, above it; below it where it would leave the chart.
    pub fn label(self, share: f64) -> f64 {
        let above = self.y(share) - 11.0;
        if above < self.top { self.y(share) + 22.0 } else { above }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: Line = Line { places: 5, left: 40.0, right: 360.0, top: 20.0, bottom: 160.0 };

    #[test]
    fn stages_stand_at_even_distances_and_higher_values_higher_up() {
        let shares = [Some(0.0), Some(0.5), None, None, Some(1.0)];
        assert_eq!(LINE.points(&shares), "40.0,160.0 120.0,90.0 360.0,20.0");
        assert_eq!(Line { places: 1, ..LINE }.points(&[Some(1.0)]), "40.0,20.0");
        assert_eq!(LINE.points(&[None; 5]), "");
    }

    #[test]
    fn labels_stand_above_their_points_and_never_leave_the_chart() {
        assert_eq!(LINE.label(0.5), 79.0);
        for hundredth in 0..=100 {
            let at = LINE.label(f64::from(hundredth) / 100.0);
            assert!((LINE.top..=LINE.bottom).contains(&at), "{at}");
        }
    }
}
