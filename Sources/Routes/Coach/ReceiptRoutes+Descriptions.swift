internal import Analyses
internal import Drafts

extension ReceiptRoutes {
    static let description = Operation(
        id: "readReceipt", summary: "Reads a receipt and offers it as an expense; nothing is written or kept",
        tag: "me",
        parameters: [
            .init(
                name: "conversationId", words: "Whose tabs are shown the card; the usual conversation when left out.",
                schema: Schema.text)
        ],
        body: ["type": "string", "format": "binary"], bodyKinds: ReceiptFile.Kind.allCases.map(\.rawValue),
        answers: [
            .init(
                status: 200, words: "An offer, or what has to be known first; what was read, and what is doubtful.",
                schema: Schema.object([
                    "proposal": Schema.orNull(Schema.named("Proposal")), "question": Schema.orNull(Schema.anything),
                    "read": Schema.named("ReceiptReading"),
                    "doubts": Schema.list(Schema.object(["code": Schema.text, "words": Schema.text])),
                ])), .problem(409, "No model that could read it is set up, or the caller wants none asked."),
            .problem(413, "The file is too large."), .problem(415, "Not one of the kinds of files that can be read."),
            .problem(422, "Nothing can be offered for it; the words say why."),
            .problem(502, "The model's answer cannot be read."),
        ])

    static let schemas: [JSON.Member] = [
        .init(
            "ReceiptReading",
            Schema.object([
                "sort": Schema.oneOf(ReceiptReading.Sort.allCases.map(\.rawValue)),
                "merchant": Schema.orNull(Schema.text), "total": Schema.orNull(Schema.number),
                "currency": Schema.orNull(Schema.text), "days": Schema.list(Schema.day),
                "lines": Schema.list(
                    Schema.object(["text": Schema.text, "amount": Schema.orNull(Schema.number)])),
                "count": Schema.whole, "linesTotal": Schema.orNull(Schema.number), "basis": Schema.text,
            ]))
    ]
}
