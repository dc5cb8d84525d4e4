/// Every number that a person typed. A bare "200" may have been meant as pounds, as per cent or as months.
struct TypedNumbers: Sendable, Hashable {
    /// Most characters of each text that are looked at.
    static let limit = 8_000

    private var values: Set<Claim.Value> = []

    init(in texts: [String]) {
        for text in texts {
            let lexemes = Lexeme.all(in: text.prefix(Self.limit))
            for claim in ClaimReader.claims(in: lexemes) { values.insert(claim.value) }
            let reader = ClaimReader(lexemes: lexemes)
            for index in lexemes.indices where lexemes[index].kind != .mark {
                guard let hundredths = reader.quantity(at: index, isMoney: true)?.hundredths else { continue }
                values.formUnion([.money(hundredths), .percent(hundredths)])
                if hundredths % 100 == 0, hundredths < 120_000 { values.insert(.months(Int(hundredths / 100))) }
            }
        }
        values.remove(.unverifiable)
    }

    /// Whether the person typed this very number.
    func hold(_ value: Claim.Value) -> Bool { values.contains(value) }
}
