public import Finance

/// What one look at a person's records found.
public struct InsightFindings: Sendable, Hashable {
    /// The insights, at most `InsightGenerator.most` of a kind, the largest impact first.
    public var found: [Insight]
    /// Kinds that were looked for to the end. Of any other kind nothing is known, so what is in a feed stays there.
    public var looked: Set<InsightKind>
    /// Kinds whose generator failed.
    public var failed: Set<InsightKind>
    /// The first later day of the month on which another look at the same records could find something else; nil when
    /// no day of this month can. The first day of the next month always can, which is the caller's business.
    public var nextLook: Day?

    /// Findings with every part given.
    public init(
        found: [Insight], looked: Set<InsightKind>, failed: Set<InsightKind> = [], nextLook: Day? = nil
    ) {
        self.found = found
        self.looked = looked
        self.failed = failed
        self.nextLook = nextLook
    }

    /// Looks with each generator; of two insights with one key the one with the larger impact counts.
    public init(in ground: InsightGround, with generators: [InsightGenerator] = InsightGenerator.all) {
        var found: [Insight] = []
        var looked: Set<InsightKind> = []
        for generator in generators {
            guard let made = try? generator.make(ground) else { continue }
            looked.insert(generator.kind)
            var keys: Set<String> = []
            let once = made.sorted(by: Insight.order).filter { keys.insert($0.key).inserted }
            found += once.prefix(InsightGenerator.most)
        }
        self.found = found.sorted(by: Insight.order)
        self.looked = looked
        failed = Set(generators.map(\.kind)).subtracting(looked)
        let marks = InsightMarks(of: ground, having: found)
        nextLook = failed.isEmpty ? marks.next : marks.tomorrow
    }
}
