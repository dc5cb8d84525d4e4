import Finance

/// Reproducible draws (SplitMix64): the same seed and path give the same numbers on every machine.
struct SyntheticDraws {
    private var state: UInt64

    /// Draws for one thing out of many, told apart by its path.
    init(_ seed: UInt64, _ path: Int...) {
        state = seed
        for step in path {
            state ^= UInt64(bitPattern: Int64(step)) &* 0xD6E8_FEB8_6659_FD93
            state = next()
        }
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number of the range, each as likely but for a bias far below what could be seen.
    mutating func int(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
    }

    /// True in `percent` of a hundred cases.
    mutating func chance(_ percent: Int) -> Bool { int(0...99) < percent }

    /// One of the elements; there must be one.
    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[int(0...elements.count - 1)] }

    /// Pence around a typical amount: the mean of two even draws from 40 to 160 per cent, so that the middle is likely.
    mutating func amount(around typical: Money) -> Money {
        Money(pence: max(50, typical.portion(int(40...160) + int(40...160), of: 200).pence))
    }
}
