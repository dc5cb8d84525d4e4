import Prompts

/// Lets an answer through sentence by sentence: links and markup are gone, numbers are backed, nothing in it tells the
/// person what to do about a debt. From the first sentence whose numbers nothing backs everything is withheld, until the
/// answer is over: then it is repaired once, or that sentence is replaced.
///
///     pieces ─▶ LinkCleaner ─▶ SentenceSplitter ─▶ SentenceCheck ─▶ OutgoingLint ─▶ shown
///                                                       └─▶ withheld
struct CheckedText: Sendable {
    private var cleaner = LinkCleaner()
    private var splitter = SentenceSplitter()
    private var check: SentenceCheck
    private let lint: OutgoingLint
    /// Sentences that passed, as the model said them.
    private(set) var passed: [String] = []
    /// What the model said from the first sentence on that did not.
    private(set) var withheld: [String] = []

    init(_ evidence: Evidence, lint: OutgoingLint) {
        check = SentenceCheck(evidence)
        self.lint = lint
    }

    /// Everything the model said that could be read so far.
    var draft: String { (passed + withheld).joined() }

    /// More figures are known: what is checked from here on may state them.
    mutating func learn(_ evidence: Evidence) { check = SentenceCheck(evidence) }

    /// Takes a piece and gives what of the text may be shown.
    mutating func take(_ piece: String) -> String { pass(splitter.take(cleaner.take(piece))) }

    /// Gives what is left to show, once the model has said all.
    mutating func finish() -> String {
        let last = splitter.take(cleaner.finish())
        return pass(last + (splitter.finish().map { [$0] } ?? []))
    }

    private mutating func pass(_ sentences: [String]) -> String {
        var shown = ""
        for sentence in sentences {
            guard withheld.isEmpty, check.take(sentence).isBacked else {
                withheld.append(sentence)
                continue
            }
            passed.append(sentence)
            shown += lint.cleaned(sentence)
        }
        return shown
    }
}

// What stands in for the withheld part.
extension CheckedText {
    /// The rest of a repaired answer, if that answer begins as the shown one did; nil when it does not fit. Sentences of
    /// it that still cannot stand are replaced.
    func rest(of repaired: String, against evidence: Evidence) -> String? {
        var cleaner = LinkCleaner()
        let clean = cleaner.take(repaired)
        let sentences = SentenceSplitter.sentences(of: clean + cleaner.finish())
        guard sentences.count >= passed.count, zip(sentences, passed).allSatisfy({ Self.isSame($0, $1) }) else {
            return nil
        }
        let rest = sentences.dropFirst(passed.count).joined()
        return rest.allSatisfy(\.isWhitespace) ? nil : replaced(rest, against: evidence)
    }

    /// The withheld part as it was said, each sentence that cannot stand replaced.
    func redacted(against evidence: Evidence) -> String { replaced(withheld.joined(), against: evidence) }

    private func replaced(_ text: String, against evidence: Evidence) -> String {
        SentenceSplitter.sentences(of: NumberCheck(text, against: evidence).redacted).map(lint.cleaned).joined()
    }

    private static func isSame(_ one: String, _ other: String) -> Bool {
        one.split(whereSeparator: \.isWhitespace) == other.split(whereSeparator: \.isWhitespace)
    }
}
