/// Looks at a sentence before it is shown: addresses and telephone numbers that were never reviewed, the recommendation
/// of a credit or investment product, an order what to do about a debt, and the claim to have done something. Deterministic, one sentence at a time.
///
/// Advice to a particular person on paying off their debts is regulated (PERG 17); both ways with their price are not.
public struct OutgoingLint: Sendable {
    /// What is wrong with a sentence.
    public struct Finding: Sendable, Hashable {
        /// Which rule it breaks.
        public enum Kind: String, Sendable, Hashable, CaseIterable {
            /// An address that is not in the configuration.
            case link
            /// A telephone number that is not in it.
            case phone
            /// A product recommended.
            case product
            /// An order about a debt.
            case directive
            /// Something said to have been done that nobody here can do.
            case claim
        }

        /// The rule.
        public var kind: Kind
        /// The words that break it.
        public var text: String
    }

    private let hosts: Set<String>
    private let numbers: Set<String>
    private let records: Set<String>

    /// The lint by a configuration; `records` are the names of the person's own debts, which count as debts.
    public init(_ config: CareConfig = .reviewed, records: [String] = []) {
        hosts = Set(config.signposts.compactMap { $0.site?.lowercased() })
        numbers = Set(config.signposts.compactMap { $0.phone?.filter(\.isNumber) })
        self.records = Set(records.prefix(100).map { $0.lowercased() })
    }

    /// Everything wrong with a text, in no more than one finding for each place.
    public func findings(in text: String) -> [Finding] {
        addresses(in: text).map { Finding(kind: $0.kind == .link ? .link : .phone, text: String(text[$0.range])) }
            + SentenceSplitter.sentences(of: text).flatMap(advice)
    }

    /// What may be shown in place of a sentence; the same sentence when nothing is wrong with it. Its bullet and the
    /// white space behind it stay.
    public func cleaned(_ sentence: String) -> String {
        if let finding = advice(sentence).first {
            let space = sentence.reversed().prefix(while: \.isWhitespace).reversed()
            let lead = sentence.prefix { $0 == " " || $0 == "\t" || "-•*".contains($0) }
            return lead + Self.line(in: finding.kind) + String(space)
        }
        var clean = sentence
        for found in addresses(in: sentence).reversed() {
            clean.replaceSubrange(found.range, with: found.kind == .link ? PlainText.removedLink : Self.removedNumber)
        }
        return clean
    }

    private static func line(in kind: Finding.Kind) -> String {
        switch kind {
        case .product: productLine
        case .claim: claimLine
        case .directive, .link, .phone: directiveLine
        }
    }

    /// Stands in for a telephone number.
    public static let removedNumber = "(telephone removed)"
    /// Stands in for a product recommended.
    public static let productLine =
        "I do not recommend products; a free and impartial service such as MoneyHelper can go through the options with you."
    /// Stands in for an order about a debt.
    public static let directiveLine =
        "Which debt to pay, and how, is your decision; I can show what each way would cost."

    /// Stands in for a claim to have done something.
    public static let claimLine =
        "I cannot move money or change a record by myself; a change is saved only once you confirm its card."

    private func addresses(in text: String) -> [AddressScan.Found] {
        AddressScan.all(in: text).filter { found in
            switch found.kind {
            case .link: !hosts.contains(found.key)
            case .phone: !numbers.contains(found.key)
            }
        }
    }

    private func advice(_ sentence: String) -> [Finding] {
        let words = Lexeme.all(in: sentence).map(\.text)
        let scan = AdviceScan(words: words, records: records)
        return [(.product, scan.product), (.directive, scan.directive), (.claim, ClaimScan(words: words).claim)]
            .compactMap { kind, place in
                place.map { Finding(kind: kind, text: words[$0].joined(separator: " ")) }
            }
    }
}
