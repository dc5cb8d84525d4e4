internal import Analyses

extension ProposalRoutes {
    static let list = Operation(
        id: "listProposals", summary: "Offers to write in the main app, the settled ones of late among them", tag: "me",
        answers: [
            .init(
                status: 200, words: "The offers, oldest first.",
                schema: Schema.object(["proposals": Schema.list(Schema.named("Proposal"))]))
        ])

    static let ask = Operation(
        id: "askProposal", summary: "Reads a wish in the caller's words and offers it; nothing is written yet",
        tag: "me",
        body: [
            "type": "object", "required": ["words"],
            "properties": ["words": Schema.text, "conversation_id": Schema.text],
        ],
        answers: [
            .init(
                status: 200, words: "An offer, or what has to be known first.",
                schema: Schema.object([
                    "proposal": Schema.orNull(Schema.named("Proposal")), "question": Schema.orNull(Schema.anything),
                ])), .problem(400, "The body is not JSON."), .problem(413, "The body is too large."),
            .problem(422, "The words hold no wish that can be met."),
        ])

    static func description(_ act: String) -> Operation {
        let outcome = Schema.object([
            "proposal": Schema.orNull(Schema.named("Proposal")), "words": Schema.text,
        ])
        return Operation(
            id: "\(act)Proposal", summary: "The caller's word on an offer: \(act)", tag: "me",
            parameters: [.init(name: "id", isInPath: true, words: "The offer.", isRequired: true, schema: Schema.text)],
            answers: [
                .init(status: 200, words: "How it stands.", schema: outcome),
                .init(
                    status: 409, words: "The records have changed; a fresh offer where there is one.", schema: outcome),
                .problem(404, "The caller has no such offer."),
            ])
    }

    static let schemas: [JSON.Member] = [
        .init(
            "Proposal",
            Schema.object([
                "proposalId": Schema.text, "title": Schema.text, "state": Schema.text,
                "reason": Schema.orNull(Schema.text), "rows": Schema.list(Schema.anything),
                "remarks": Schema.list(Schema.text), "createdAt": Schema.time, "expiresAt": Schema.time,
                "done": Schema.whole, "of": Schema.whole,
            ]))
    ]
}
