/// Logarithms to base two in 256ths, by repeated squaring: the same number on every machine, so that the same examples
/// always make the same model.
enum BinaryLogarithm {
    static let one = 256

    /// The logarithm of a number above zero, rounded down to a 256th.
    static func of(_ number: Int) -> Int {
        precondition(number > 0, "only a number above zero has a logarithm")
        let whole = Int.bitWidth - 1 - number.leadingZeroBitCount
        // The number over its power of two, 30 bits behind the point.
        var rest = whole > 30 ? number >> (whole - 30) : number << (30 - whole)
        var logarithm = whole
        for _ in 0..<8 {
            rest = (rest * rest) >> 30
            logarithm *= 2
            if rest >= 1 << 31 {
                rest >>= 1
                logarithm += 1
            }
        }
        return logarithm
    }
}
