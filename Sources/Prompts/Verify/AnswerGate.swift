public import Analyses

/// What an answer passes on its way out, piece by piece: markup and addresses go, then each sentence is linted and its
/// numbers are checked; only whole sentences come out, so nothing is shown that has to be taken back.
public struct AnswerGate: Sendable {
    /// One sentence that may be shown.
    public struct Passed: Sendable, Hashable {
        /// What to show: the sentence, or the line in its place.
        public var text: String
        /// The numbers that nothing backs, when it was replaced for them.
        public var unbacked: [String] = []
        /// The rules of the lint that it broke.
        public var broken: [OutgoingLint.Finding.Kind] = []
    }

    private var cleaner = LinkCleaner()
    private var splitter = SentenceSplitter()
    private var check: SentenceCheck
    private var redaction = Redaction()
    private let lint: OutgoingLint
    private let evidence: Evidence
    private var stated: Set<Int> = []
    /// The numbers of all replaced sentences, each once, in order.
    public private(set) var unverified: [String] = []

    /// A gate before the first piece of an answer.
    public init(_ evidence: Evidence, lint: OutgoingLint = OutgoingLint()) {
        self.evidence = evidence
        self.lint = lint
        check = SentenceCheck(evidence)
    }

    /// Takes a piece and gives the sentences that may be shown now.
    public mutating func take(_ piece: some StringProtocol) -> [Passed] {
        pass(splitter.take(cleaner.take(piece)))
    }

    /// The last sentences, once the answer has ended.
    public mutating func finish() -> [Passed] {
        let rest = splitter.take(cleaner.finish())
        return pass(splitter.finish().map { rest + [$0] } ?? rest)
    }

    /// The figures that what was shown states, in the order of the evidence: its sources.
    public var used: [Figure] { stated.sorted().map { evidence.figures[$0] } }

    private mutating func pass(_ sentences: [String]) -> [Passed] {
        sentences.map { sentence in
            let clean = lint.cleaned(sentence)
            let verdict = check.take(clean)
            let broken = clean == sentence ? [] : lint.findings(in: sentence).map(\.kind)
            guard verdict.isBacked else {
                for number in verdict.unbacked where !unverified.contains(number) { unverified.append(number) }
                return Passed(text: redaction.replacing(clean), unbacked: verdict.unbacked, broken: broken)
            }
            stated.formUnion(verdict.figures)
            return Passed(text: redaction.keeping(clean), broken: broken)
        }
    }
}
