import Finance

/// A small generator of draws (SplitMix64): the same key gives the same draws on every machine and in every Swift
/// version, which the standard library's own ranges do not promise.
struct SeededDraws {
    private var state: UInt64

    /// A stream of its own for each key, so that drawing more of one thing never shifts another.
    init(_ seed: UInt64, _ key: Int...) {
        state = seed
        for part in key {
            state = next() ^ UInt64(truncatingIfNeeded: part)
        }
    }

    /// 64 even bits.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A whole number of the range, each as likely.
    mutating func int(_ range: ClosedRange<Int>) -> Int {
        let width = UInt64(range.upperBound - range.lowerBound + 1)
        return range.lowerBound + Int(next().multipliedFullWidth(by: width).high)
    }

    /// One of the items; they are never empty.
    mutating func pick<Items: RandomAccessCollection>(_ items: Items) -> Items.Element where Items.Index == Int {
        items[items.startIndex + int(0...items.count - 1)]
    }

    /// True in `percent` of 100 draws.
    mutating func chance(_ percent: Int) -> Bool { int(1...100) <= percent }

    /// An amount of whole pounds.
    mutating func pounds(_ range: ClosedRange<Int>) -> Money { Money(pence: Int64(int(range)) * 100) }

    /// An amount like those on a receipt, pence and all.
    mutating func receipt(around typical: Money, spread percent: Int = 40) -> Money {
        let width = Int(typical.pence) * percent / 100
        return Money(pence: max(50, typical.pence + Int64(int(-width...width))))
    }
}
