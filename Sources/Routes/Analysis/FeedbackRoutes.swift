internal import Analyses
internal import Finance
internal import FoundationEssentials
internal import Hummingbird
internal import Ports
internal import Prompts

/// The three reports (contract 5.3): the old body, then the analysis behind the words. Words that are stored are served
/// for as long as what they were made from is unchanged; the figures beside them are always computed.
enum FeedbackRoutes {
    static func routes(_ parts: RouteParts, at door: Door) -> [Route] {
        [("expenses", ReportKind.expense), ("budget", .budget), ("debt", .debt)].map { name, kind in
            .person(.get, "/feedback/optimize-\(name)", description(name), at: door) { request, _, caller in
                let isFresh = try QueryReader(request).flag("refresh")
                let now = parts.now()
                let source = isFresh ? parts.freshSnapshots : parts.snapshots
                let snapshot = try await source.read(caller.user, Month(containing: now), now)
                let report = Report(kind, of: snapshot)
                let words = await words(of: report, in: snapshot, parts, isFresh: isFresh)
                return .json(body(words, report))
            }
        }
    }

    /// Stored words when they are of this very input; otherwise new ones, which are kept. A store that is away costs only
    /// the keeping: the template's words need none.
    private static func words(
        of report: Report, in snapshot: Snapshot, _ parts: RouteParts, isFresh: Bool
    ) async -> StoredReport {
        let user = snapshot.person.id
        if !isFresh, !report.isEmpty, let kept = try? await parts.stores.reports.all(user),
            let stored = kept.first(where: { $0.kind == report.kind && $0.inputHash == report.inputHash })
        {
            return stored
        }
        let reworded = report.isEmpty ? nil : await parts.reword?(report, snapshot)
        let shown = reworded ?? report
        let new = StoredReport(
            kind: report.kind, summary: shown.summary, insights: shown.insights, createdAt: parts.now(),
            inputHash: report.inputHash, source: reworded == nil ? .template : .model)
        if !report.isEmpty { try? await parts.stores.reports.save(user, new) }
        return new
    }

    private static func body(_ words: StoredReport, _ report: Report) -> JSON {
        [
            "summary": .string(words.summary), "insights": .array(words.insights.map(\.json)),
            "analysis": report.analysis, "generatedAt": .string(words.createdAt.rfc3339),
            "source": .string(words.source.rawValue),
        ]
    }

    private static func description(_ name: String) -> Operation {
        Operation(
            id: "feedback\(name.capitalized)", summary: "A report on the caller's \(name)", tag: "feedback",
            parameters: [.init(name: "refresh", words: "true reads and words it anew.", schema: Schema.flag)],
            answers: [
                .init(
                    status: 200, words: "The report; without records it says what is missing and has no insights.",
                    schema: Schema.named("Report")), .problem(404, "The caller has no records here any more."),
                .problem(422, "A value in the query cannot be used."),
            ])
    }
}
