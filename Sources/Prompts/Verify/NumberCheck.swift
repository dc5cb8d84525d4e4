public import Analyses

/// Every number of an answer traced to a figure, to what the person typed or to a fixed text, or else named.
///
/// Read are amounts of money, percentages, dates, lengths in months and years, and shares and multiples in words. A
/// number holds only for the period, record, pace and direction that its sentence gives it. Not read: days, weeks and
/// counts of things, which say little on their own; the figures beside an answer show them.
public struct NumberCheck: Sendable {
    /// A sentence with a number that nothing backs.
    public struct Finding: Sendable, Hashable {
        /// The sentence as it stands, white space behind it included.
        public var sentence: String
        /// Its place in the answer, in UTF-8 bytes.
        public var bytes: Range<Int>
        /// The numbers, as written.
        public var unbacked: [String]
    }

    /// The sentences that cannot stand, in order.
    public let findings: [Finding]
    /// The figures the answer states, in the order of the evidence: its sources.
    public let used: [Figure]
    private let sentences: [String]

    /// Checks a whole answer.
    public init(_ answer: String, against evidence: Evidence) {
        var check = SentenceCheck(evidence)
        var findings: [Finding] = []
        var used: Set<Int> = []
        var place = 0
        sentences = SentenceSplitter.sentences(of: answer)
        for sentence in sentences {
            let verdict = check.take(sentence)
            let end = place + sentence.utf8.count
            if !verdict.isBacked {
                findings.append(Finding(sentence: sentence, bytes: place..<end, unbacked: verdict.unbacked))
            }
            used.formUnion(verdict.figures)
            place = end
        }
        self.findings = findings
        self.used = used.sorted().map { evidence.figures[$0] }
    }

    /// Whether every number is backed.
    public var isClean: Bool { findings.isEmpty }

    /// The numbers that nothing backs, each once, in order.
    public var unverified: [String] {
        var seen: Set<String> = []
        return findings.flatMap(\.unbacked).filter { seen.insert($0).inserted }
    }

    /// The answer with each sentence that cannot stand replaced; a run of them is replaced once.
    public var redacted: String {
        let places = Set(findings.map(\.bytes.lowerBound))
        var redaction = Redaction()
        var place = 0
        return sentences.reduce(into: "") { text, sentence in
            text += places.contains(place) ? redaction.replacing(sentence) : redaction.keeping(sentence)
            place += sentence.utf8.count
        }
    }
}
