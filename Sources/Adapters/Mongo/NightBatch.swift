internal import Analyses
internal import Finance
internal import Mongo
internal import Ports

/// The results of several people on their way into the database.
///
/// 1. Part after part, each for everyone in one command; who fails with one is left out of the next.
/// 2. `night` comes last: where it stands, all the rest does.
/// 3. A part that is broken off as a whole is an error, and the batch is sent again: what stands already is found so.
struct NightBatch {
    let client: MongoClient
    let fence: Fence
    let results: [NightResult]
    private var failures: [UserID: PortError] = [:]

    init(client: MongoClient, fence: Fence, results: [NightResult]) {
        self.client = client
        self.fence = fence
        self.results = results
    }

    /// Stores everything; gives those of whom something could not be.
    mutating func save() async throws(PortError) -> [UserID: PortError] {
        guard results.contains(where: { !$0.isEmpty }) else { return [:] }
        let writes = FencedWrites(client: client, fence: fence)
        note(try await writes.taken(results.map(\.user)))
        note(try await writes.put(reports(isOurs: true), in: .reports))
        try await writes.clear(reports(isOurs: false), of: .reports, lacking: "source")
        note(try await writes.put(tips(isOurs: true), in: .tips))
        try await writes.clear(tips(isOurs: false), of: .tips, lacking: "savedAt")
        note(try await writes.put(try lines, in: .triage))
        note(try await AlertBatch(client: client).raise(left.flatMap(\.alerts)))
        let states = StateStore(client: client)
        for isNight in [false, true] {
            let changes = left.flatMap(\.states).filter { ($0.kind == .night) == isNight }
            note(try await states.store(changes, by: .night(fence)))
        }
        return failures
    }

    private var left: [NightResult] { results.filter { failures[$0.user] == nil } }

    /// The first failure of a person is the one that is told.
    private mutating func note(_ new: [UserID: PortError]) { failures.merge(new) { first, _ in first } }

    private func reports(isOurs: Bool) -> [FencedWrites.Put] {
        left.flatMap { result in
            result.reports.map { report in
                FencedWrites.Put(
                    user: result.user, filter: ReportRow.notNewer(report, of: result.user, isOurs: isOurs),
                    fields: ReportRow.content(report))
            }
        }
    }

    private func tips(isOurs: Bool) -> [FencedWrites.Put] {
        left.compactMap { result in
            result.tips.map { tips in
                FencedWrites.Put(
                    user: result.user, filter: TipsRow.notNewer(tips, of: result.user, isOurs: isOurs),
                    fields: TipsRow.content(tips))
            }
        }
    }

    private var lines: [FencedWrites.Put] {
        get throws(PortError) {
            var puts: [FencedWrites.Put] = []
            for result in left {
                guard let triaged = result.triage else { continue }
                let fields = try TriageStore.fields(triaged.row, triaged.night)
                puts.append(FencedWrites.Put(user: result.user, filter: ["userId": BSON(result.user)], fields: fields))
            }
            return puts
        }
    }
}
