/// Bytes as a network might deliver them.
enum Pieces {
    /// More bytes than this are not fed one by one: an input must stay cheap.
    private static let mostSingles = 1_024

    /// The bytes in one piece, one by one, and in pieces whose sizes follow from `seed`. Reading must not tell them apart.
    static func ways(_ bytes: [UInt8], seed: UInt8) -> [[[UInt8]]] {
        [[bytes], bytes.prefix(mostSingles).map { [$0] } + [Array(bytes.dropFirst(mostSingles))], cut(bytes, seed)]
    }

    /// Sizes from 1 on, mostly small, always the same for the same seed.
    private static func cut(_ bytes: [UInt8], _ seed: UInt8) -> [[UInt8]] {
        var state = UInt32(seed) &* 2_654_435_761 &+ 12_345
        var pieces: [[UInt8]] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            state = state &* 1_664_525 &+ 1_013_904_223
            let widest = [2, 5, 16, 200][Int(state >> 30)]
            let size = 1 + Int(state >> 8 & 0xffff) % widest
            pieces.append(Array(rest.prefix(size)))
            rest = rest.dropFirst(size)
        }
        return pieces
    }
}
