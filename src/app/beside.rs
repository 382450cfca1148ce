//! Where a card goes that speaks of something on the page, so that it does not hide it.

/// Left, top, right and bottom within the window.
pub type Area = [f64; 4];

const GAP: f64 = 12.0;

/// The left upper corner of a card of a size within `view`, near `target`: below it, above it, at its right or its
/// left, whichever has room first. Where none has, the card stands in the lower corner.
pub fn beside(target: Area, [width, height]: [f64; 2], view: Area) -> [f64; 2] {
    let within = |at: f64, from: f64, to: f64| at.min(to).max(from);
    let [from_left, from_top, to_right, to_bottom] = view;
    let (last_left, last_top) = (to_right - width, to_bottom - height);
    // What is scrolled out of sight lies at the edge.
    let [left, right] = [target[0], target[2]].map(|x| within(x, from_left, to_right));
    let [top, bottom] = [target[1], target[3]].map(|y| within(y, from_top, to_bottom));
    let (along, down) = (within(left, from_left, last_left), within(top, from_top, last_top));
    if bottom + GAP <= last_top {
        [along, bottom + GAP]
    } else if top - GAP - height >= from_top {
        [along, top - GAP - height]
    } else if right + GAP <= last_left {
        [right + GAP, down]
    } else if left - GAP - width >= from_left {
        [left - GAP - width, down]
    } else {
        [last_left.max(from_left), last_top.max(from_top)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIDE: Area = [8.0, 64.0, 1352.0, 892.0];
    const PHONE: Area = [8.0, 64.0, 382.0, 760.0];

    fn overlap([left, top]: [f64; 2], [width, height]: [f64; 2], target: Area) -> bool {
        left < target[2] && left + width > target[0] && top < target[3] && top + height > target[1]
    }

    #[test]
    fn a_card_hides_nothing_it_speaks_of() {
        let card = [358.0, 190.0];
        for (target, view) in [
            ([24.0, 80.0, 328.0, 880.0], WIDE),    // the list, as high as the window
            ([352.0, 300.0, 1040.0, 420.0], WIDE), // a rung
            ([352.0, 700.0, 1040.0, 880.0], WIDE), // a rung at the lower end
            ([1064.0, 80.0, 1336.0, 600.0], WIDE), // the score
            ([12.0, 110.0, 378.0, 154.0], PHONE),  // the button of the list
            ([12.0, 380.0, 378.0, 740.0], PHONE),  // a rung
            ([0.0, 760.0, 390.0, 844.0], PHONE),   // the score below the view
        ] {
            let at = beside(target, card, view);
            assert!(!overlap(at, card, target), "{target:?}: {at:?}");
            assert!(at[0] >= view[0] && at[0] + card[0] <= view[2], "{target:?}: {at:?}");
            assert!(at[1] >= view[1] && at[1] + card[1] <= view[3], "{target:?}: {at:?}");
        }
    }

    #[test]
    fn a_card_stays_in_the_window_whatever_it_speaks_of() {
        for target in [[0.0, -900.0, 300.0, -700.0], [0.0, 3000.0, 300.0, 3200.0], [0.0, 0.0, 390.0, 900.0]] {
            let [left, top] = beside(target, [358.0, 190.0], PHONE);
            assert!(left >= PHONE[0] && left + 358.0 <= PHONE[2], "{target:?}: {left}");
            assert!(top >= PHONE[1] && top + 190.0 <= PHONE[3], "{target:?}: {top}");
        }
        // Larger than the window: its beginning can be read.
        assert_eq!(beside([0.0, 0.0, 9.0, 9.0], [900.0, 900.0], PHONE), [8.0, 64.0]);
    }
}
