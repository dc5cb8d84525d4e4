internal import Finance
internal import FoundationEssentials
internal import Ports

// Going through the population. Batches run beside each other and their outcomes are taken as they come; the place to go
// on from follows in order.
extension NightRun {
    private struct Done: Sendable {
        var number: Int
        var place: RunRecord.Place
        var outcome: RunProgress.Outcome
    }

    /// Everyone who is not through yet.
    func people(_ progress: inout RunProgress) async throws {
        if let only = progress.record.only { return try await alone(only, &progress) }
        var pages = try await pages(from: &progress)
        try await withThrowingTaskGroup(of: Done.self) { group in
            var number = 0
            func begin() async throws {
                guard let page = try await patiently({ () throws(PortError) in try await pages.next(ports.people) })
                else { return }
                let batch = NightBatch(ports: ports, run: progress.record, fence: fence)
                group.addTask { [number] in
                    let outcome = try await patiently { () throws(PortError) in try await batch.work(page.users) }
                    return Done(number: number, place: page.end, outcome: outcome)
                }
                number += 1
            }
            for _ in 0..<settings.width { try await begin() }
            while let done = try await group.next() {
                progress.take(done.outcome, of: done.number, at: done.place)
                try await save(&progress)
                try await checkWanted(progress.record)
                try await begin()
            }
        }
    }

    /// The one person a run is for, changed or not.
    private func alone(_ user: UserID, _ progress: inout RunProgress) async throws {
        let batch = NightBatch(ports: ports, run: progress.record, fence: fence, isForced: true)
        let outcome = try await patiently { () throws(PortError) in try await batch.work([user]) }
        progress.take(outcome, of: 0, at: RunRecord.Place(isPastActive: true, after: user))
        try await save(&progress)
    }

    /// Those who failed, one at a time, after a pause each time round.
    func again(_ progress: inout RunProgress) async throws {
        while !progress.record.again.isEmpty {
            try await ports.clock.sleep(for: settings.pause * Double.random(in: 0.5...1))
            for failure in progress.takeAgain() {
                var batch = NightBatch(ports: ports, run: progress.record, fence: fence)
                batch.attempts[failure.user] = failure.attempts
                let outcome = await retried(batch, failure)
                progress.retake(outcome, givingUpAfter: settings.attempts)
            }
            try await save(&progress)
            try await checkWanted(progress.record)
        }
    }

    private func retried(_ batch: NightBatch, _ failure: RunRecord.Failure) async -> RunProgress.Outcome {
        do throws(PortError) { return try await batch.work([failure.user]) } catch {
            var outcome = RunProgress.Outcome()
            outcome.seen = 1
            outcome.failures = [
                .init(user: failure.user, cause: error.code.rawValue, attempts: failure.attempts + 1)
            ]
            return outcome
        }
    }

    /// Where to go on, with how many there are: counted once, when the run begins.
    private func pages(from progress: inout RunProgress) async throws -> Pages {
        let since = progress.record.asOf.addingTimeInterval(-Double(settings.activeDays) * 86_400)
        let active = try await patiently { () throws(PortError) in
            try await ports.reads.active(since, settings.mostActive)
        }
        if progress.record.tally.population == nil {
            let count = try await population()
            progress.note { $0.tally.population = count }
        }
        return Pages(active: active, size: settings.batch, from: progress.record.place)
    }

    private func population() async throws -> Int {
        var count = 0
        var last: UserID?
        while true {
            let after = last
            let ids = try await patiently { () throws(PortError) in try await ports.people.page(after, Pages.counted) }
            count += ids.count
            guard ids.count == Pages.counted else { return count }
            last = ids.last
        }
    }
}

/// The population in the order it is gone through, a page at a time; never held whole.
struct Pages: Sendable {
    /// People counted with one question.
    static let counted = 10_000

    /// Some people and where one stands after them.
    struct Page: Sendable {
        var users: [UserID]
        var end: RunRecord.Place
    }

    private let active: Set<UserID>
    private var early: ArraySlice<UserID>
    private let size: Int
    private var place: RunRecord.Place

    /// The pages after `place`. Who became active since it was noted is met with everyone else.
    init(active: [UserID], size: Int, from place: RunRecord.Place) {
        self.active = Set(active)
        self.size = max(1, size)
        self.place = place
        early = place.isPastActive ? [] : active.sorted().drop { user in place.after.map { user <= $0 } ?? false }
    }

    /// The next page; nil after the last.
    mutating func next(_ people: People) async throws(PortError) -> Page? {
        if !early.isEmpty {
            let users = Array(early.prefix(size))
            early = early.dropFirst(size)
            place = early.isEmpty ? .init(isPastActive: true) : .init(after: users.last)
            return Page(users: users, end: place)
        }
        while true {
            let ids = try await people.page(place.isPastActive ? place.after : nil, size)
            guard let last = ids.last else { return nil }
            place = .init(isPastActive: true, after: last)
            let users = ids.filter { !active.contains($0) }
            if !users.isEmpty { return Page(users: users, end: place) }
        }
    }
}
