internal import Analyses
internal import Finance
internal import FoundationEssentials
internal import Logging
internal import Ports

// What a run does once everyone is through.
extension NightRun {
    /// Does a step and notes it. A run for one person has none.
    func close(_ step: ClosingStep, _ progress: inout RunProgress) async throws {
        guard progress.record.only == nil else { return }
        switch step {
        case .erasures: try await forgetTheGone(&progress)
        case .purge:
            let now = progress.record.asOf
            let count = try await patiently { () throws(PortError) in try await ports.holdings.purge(now) }
            progress.note { $0.tally.purged += count }
        case .checkIns: try await remind(&progress)
        case .cohorts: try await publishCohorts(Day(progress.record.asOf))
        case .categories: try await learnCategories(&progress)
        case .trials: try await tryMessages(&progress)
        case .wording: try await word(&progress)
        }
        progress.note { $0.closed.append(step.rawValue) }
        try await save(&progress)
        try await checkWanted(progress.record)
    }

    /// Whoever is gone from the backend, or marked deleted there, is gone from here.
    private func forgetTheGone(_ progress: inout RunProgress) async throws {
        var last: UserID?
        while true {
            let after = last
            let owners = try await patiently { () throws(PortError) in
                try await ports.holdings.owners(after, Self.page)
            }
            // Who is of the population is neither gone nor deleted; only the others are looked up one by one.
            let population = try await patiently { () throws(PortError) in
                Set(try await ports.people.page(after, Self.page))
            }
            for user in owners where !population.contains(user) {
                let person = try await patiently { () throws(PortError) in try await ports.people.find(user) }
                guard person?.isDeleted ?? true else { continue }
                _ = try await patiently { () throws(PortError) in try await ports.forget(user) }
                progress.note { $0.tally.erased += 1 }
            }
            guard owners.count == Self.page else { return }
            last = owners.last
        }
    }

    /// Builds the cohorts of the week from what the nights have kept, unless they are there.
    private func publishCohorts(_ day: Day) async throws {
        let previous = try await patiently { () throws(PortError) in try await ports.peerGroups.current() }
        let period = Month(containing: day.start).previous
        let built = PeerCohorts.build(members: [], of: period, week: day, previous: previous)
        if let previous, built == previous { return }
        let members = try await everyone(into: [PeerMember]()) { users throws(PortError) in
            try await some(users, of: period)
        } _: {
            $0 += $1
        }
        let cohorts = PeerCohorts.build(members: members, of: period, week: day, previous: previous)
        try await patiently { () throws(PortError) in try await ports.peerGroups.publish(cohorts) }
    }

    private func some(_ users: [UserID], of period: Month) async throws(PortError) -> [PeerMember] {
        let kept = try await ports.state.read(.night, users)
        let out = try await ports.peerGroups.optedOut(users)
        var members: [PeerMember] = []
        for user in users {
            guard let text = kept[user]?.text else { continue }
            let memory = try CodedText.read(text, as: NightMemory.self)
            guard let facts = memory.peer, facts.period == period else { continue }
            members.append(facts.member(id: ports.memberID(user), hasOptedOut: out.contains(user)))
        }
        return members
    }
}
