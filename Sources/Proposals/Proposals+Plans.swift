internal import Analyses
public import Drafts
public import Finance
internal import FoundationEssentials
public import Ports

// Wishes about several records: a plan of budgets, budgets that move, the last change taken back.
extension Proposals {
    /// Offers what a wish about several records comes to; budgets the person locked are left alone.
    public func offer(
        _ wish: PlanWish, in conversation: ConversationID, on snapshot: Snapshot
    ) async throws(PortError) -> Offer {
        let user = snapshot.person.id
        let choices = try await state.value(.choices, of: user, as: PersonalChoices.self)
        let last = wish == .undo ? try await book(of: user).last(in: conversation) : nil
        let planned: PlannedDrafts
        do throws(PlanRefusal) {
            planned = try wish.planned(
                on: snapshot, for: mainApp.shape, locked: Set(choices?.lockedBudgets ?? []), last: last)
        } catch {
            return .refused(error.words)
        }
        return try await offer(planned, in: conversation, on: snapshot)
    }

    /// A model's wish of that kind on the person's behalf.
    public func offer(
        plan arguments: String, said: String, in conversation: ConversationID, on snapshot: Snapshot
    ) async throws(PortError) -> Offer {
        let wish: PlanWish
        do throws(PlanRefusal) { wish = try PlanArguments.wish(arguments, said: said, on: snapshot) } catch {
            return .refused(error.words)
        }
        return try await offer(wish, in: conversation, on: snapshot)
    }

    /// Keeps drafts as one offer.
    public func offer(
        _ planned: PlannedDrafts, in conversation: ConversationID, on snapshot: Snapshot
    ) async throws(PortError) -> Offer {
        let proposal = Proposal(
            id: makeID(), user: snapshot.person.id, conversation: conversation.text, drafts: planned.drafts,
            title: planned.title, remark: planned.remark, on: snapshot, for: mainApp.shape, at: now())
        guard let proposal else {
            return .refused("That would change more records at once than one card can show.")
        }
        try await keep(proposal)
        return .proposal(proposal)
    }
}
