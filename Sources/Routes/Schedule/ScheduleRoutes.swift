internal import Analyses
internal import Finance
internal import Hummingbird
internal import Logging
internal import Ports

/// Starting and watching nightly runs, for the operator's programs. Nothing runs here: a wish is stored, and the night
/// shift of some instance finds it.
enum ScheduleRoutes {
    /// What the old service said, word for word.
    static let begun = "Daily AI analysis and reporting jobs have been started in the background."
    /// Most runs of one list.
    static let most = 100

    static func routes(_ parts: RouteParts) -> [Route] {
        let runs = parts.stores.runs
        let key = SchedulerKey(parts.settings.schedulerKey)
        return [
            .key(.post, "/schedule/run-daily-ai-jobs", start, with: key) { _, _ in
                let run = try await RunWish(trigger: .key, now: parts.now()).make(in: runs)
                await parts.wake()
                return .json(["message": .string(begun), "runId": .string(run.id)])
            },
            .key(.get, "/schedule/runs", list, with: key) { request, _ in
                let limit = try QueryReader(request).whole("limit", in: 1...most, default: 20)
                return .json(["runs": .array(try await runs.newest(limit).map { $0.json(now: parts.now()) })])
            },
            .key(.get, "/schedule/runs/{id}", one, with: key) { _, context in
                guard let id = context.parameters.get("id"), let run = try await runs.find(id) else {
                    throw Problem.runUnknown
                }
                return .json(run.json(now: parts.now()))
            },
            .key(.post, "/schedule/runs/{id}/stop", stop, with: key) { _, context in
                guard let id = context.parameters.get("id"), let run = try await runs.stop(id) else {
                    throw Problem.runUnknown
                }
                return .json(run.json(now: parts.now()))
            },
        ]
    }

    /// The runs for an administrator, who has no key.
    static func adminRuns(_ parts: RouteParts, at door: Door) -> Route {
        .admin(.get, "/admin/runs", adminList, at: door) { request, _, _ in
            let limit = try QueryReader(request).whole("limit", in: 1...most, default: 20)
            let newest = try await parts.stores.runs.newest(limit)
            return .json(["runs": .array(newest.map { $0.json(now: parts.now()) })])
        }
    }

    /// The same for an administrator, for everyone or for one person.
    static func admin(_ parts: RouteParts, at door: Door) -> Route {
        .admin(.post, "/admin/run-analysis", adminStart, at: door) { request, context, caller in
            let text = try QueryReader(request).text("userId")
            let only = text.flatMap { UserID($0) }
            if text != nil, only == nil { throw Problem.invalid("userId", "24 hex digits") }
            let wish = RunWish(trigger: .admin, only: only, now: parts.now())
            let run = try await wish.make(in: parts.stores.runs)
            context.audit("admin.run_asked", by: caller, about: only, parts)
            await parts.wake()
            return .json(run.json(now: parts.now()))
        }
    }

    private static let id = Operation.Parameter(name: "id", isInPath: true, words: "The run's id.", schema: Schema.text)

    private static let start = Operation(
        id: "startNightlyRun", summary: "Asks for a nightly run now", tag: "schedule",
        answers: [
            .init(
                status: 200, words: "It will run, or the one under way is it.",
                schema: Schema.object(["message": Schema.text, "runId": Schema.text])),
            .problem(409, "Too many runs were asked for today."),
        ])

    private static let list = Operation(
        id: "nightlyRuns", summary: "Runs, newest first", tag: "schedule",
        parameters: [.init(name: "limit", words: "How many at most.", schema: Schema.whole(1...most, default: 20))],
        answers: [
            .init(status: 200, words: "The runs.", schema: Schema.object(["runs": Schema.list(Schema.named("Run"))])),
            .problem(422, "A value in the query cannot be used."),
        ])

    private static let adminList = Operation(
        id: "adminRuns", summary: "Runs, newest first", tag: "admin",
        parameters: [.init(name: "limit", words: "How many at most.", schema: Schema.whole(1...most, default: 20))],
        answers: [
            .init(status: 200, words: "The runs.", schema: Schema.object(["runs": Schema.list(Schema.named("Run"))])),
            .problem(422, "A value in the query cannot be used."),
        ])

    private static let one = Operation(
        id: "nightlyRun", summary: "How far a run is and what it did", tag: "schedule", parameters: [id],
        answers: [
            .init(status: 200, words: "The run.", schema: Schema.named("Run")),
            .problem(404, "There is no such run."),
        ])

    private static let stop = Operation(
        id: "stopNightlyRun", summary: "Asks a run to end where it stands", tag: "schedule", parameters: [id],
        answers: [
            .init(status: 200, words: "The run; it ends with its next batch.", schema: Schema.named("Run")),
            .problem(404, "There is no such run."),
        ])

    private static let adminStart = Operation(
        id: "adminRunAnalysis", summary: "Asks for a nightly run now, of everyone or of one person", tag: "admin",
        parameters: [.init(name: "userId", words: "Only this person.", schema: Schema.text)],
        answers: [
            .init(status: 200, words: "The run that will do it.", schema: Schema.named("Run")),
            .problem(409, "Too many runs were asked for today."),
            .problem(422, "A value in the query cannot be used."),
        ])
}
