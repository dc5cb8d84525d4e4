/// How often the model is right at a given lead, measured on names it had not seen: steps that only rise with the lead
/// (pool adjacent violators), at most `limit` of them.
struct CategoryCalibration: Sendable, Hashable, Codable {
    static let limit = 24
    /// Outcomes a step stands on at least.
    static let leastOutcomes = 20

    /// From this lead on, this share is right.
    struct Step: Sendable, Hashable, Codable {
        let margin: Int
        let share: Double
    }

    let steps: [Step]

    init(_ outcomes: [(margin: Int, isRight: Bool)]) {
        let sorted = outcomes.sorted { ($0.margin, $0.isRight ? 1 : 0) < ($1.margin, $1.isRight ? 1 : 0) }
        let size = max(Self.leastOutcomes, (sorted.count + Self.limit - 1) / Self.limit)
        var blocks: [Block] = []
        for start in stride(from: 0, to: sorted.count, by: size) {
            let part = sorted[start..<min(start + size, sorted.count)]
            blocks.append(Block(margin: sorted[start].margin, right: part.count { $0.isRight }, count: part.count))
            while let last = blocks.last, blocks.count > 1, !last.isAbove(blocks[blocks.count - 2]) {
                blocks.removeLast()
                blocks[blocks.count - 1].merge(last)
            }
        }
        steps = blocks.map { Step(margin: $0.margin, share: $0.share) }
    }

    /// The share of right answers at a lead; nothing below the first step.
    func confidence(of margin: Int) -> Double { steps.last { $0.margin <= margin }?.share ?? 0 }

    private struct Block {
        let margin: Int
        var right: Int
        var count: Int

        // One right and one wrong outcome are added, so that no step promises certainty.
        var share: Double { Double(right + 1) / Double(count + 2) }

        func isAbove(_ other: Block) -> Bool { right * other.count > other.right * count }

        mutating func merge(_ other: Block) {
            right += other.right
            count += other.count
        }
    }
}
