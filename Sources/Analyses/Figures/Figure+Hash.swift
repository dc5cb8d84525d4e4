extension Collection<Figure> {
    /// What tells these figures from others: 16 hex digits over ids and printed values (FNV-1a). Words made from figures
    /// are good for as long as this is the same; it protects nothing.
    public var inputHash: String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for figure in self {
            for byte in "\(figure.id)=\(figure.printed)\n".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
