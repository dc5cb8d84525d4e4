internal import Analyses
internal import Finance
internal import FoundationEssentials
internal import Ports

// Reminders of check-ins: asked for by the person, so they come whether or not a record has changed.
extension NightRun {
    /// Puts a reminder in the box of everyone whose day has come. The message comes before the plan moves on: cut off in
    /// between, the same message is put there again, and its key is known.
    func remind(_ progress: inout RunProgress) async throws {
        let now = progress.record.asOf
        while true {
            let due = try await patiently { () throws(PortError) in
                try await ports.state.due(.choices, now, settings.batch)
            }
            for user in due { try await patiently { () throws(PortError) in try await remind(user, now) } }
            await ports.announce(due)
            guard due.count == settings.batch else { return }
            try await checkWanted(progress.record)
        }
    }

    private func remind(_ user: UserID, _ now: Date) async throws(PortError) {
        let choices = try await ports.state.choices(of: user)
        if let nudge = choices.checkIn?.after(Day(now), at: now).nudge {
            let rules = choices.messages.following(try await ports.reads.appSettings([user])[user])
            try await ports.state.put([nudge], before: user, rules, at: now)
        }
        try await ports.state.change(
            .choices, of: user, from: PersonalChoices(), due: { $0.checkIn?.nextDue?.start }
        ) { choices in
            choices.checkIn = choices.checkIn?.after(Day(now), at: now).plan
        }
    }
}
