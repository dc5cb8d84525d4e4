import Analyses
import Finance
import FoundationEssentials
import Prompts
import TestKit
import Testing

@Suite("The administrator's view of a person")
struct UserDashboardTests {
    private static let insight = ReportInsight(insight: "A", suggestion: "B", category: "C")
    private static let alert = UserDashboard.alert(
        user: NamedPeople.mayaID, email: "N/A", message: "m", category: "High Debt",
        createdAt: NamedPeople.now)

    private static func dashboard(
        of documents: SnapshotDocuments = NamedPeople.maya, alerts: [JSON] = [alert],
        tips: [UserDashboard.Tips] = [
            .init(kind: .debt, insights: [insight], madeAt: NamedPeople.now)
        ]
    ) throws -> UserDashboard {
        let snapshot = try NamedPeople.snapshot(of: documents)
        return UserDashboard(
            of: snapshot, risk: RiskAssessment(of: snapshot),
            peers: PeerComparison(of: snapshot, cohorts: nil),
            alerts: alerts, tips: tips, preparedAt: NamedPeople.now.addingTimeInterval(60))
    }

    /// The old service's body, written out by hand from contract 5.5.
    private static let shape = """
        {totalMonthlySpending:number,topOverspendingCategories:[string],spendingGrowthFromLastMonth:string,\
        spendingHeatmap:[{category:string,spendingLevel:string}],\
        currentAlerts:[{userId:string,userEmail:string,alertMessage:string,category:string,createdAt:string}],\
        aiTips:[{insight:string,suggestion:string,category:string}],\
        debtStatuses:{missedInstallments:number,nextDueDate:string,status:string},peerComparison:{comparison:string}}
        """

    @Test("has the keys and types of the old service, in its order")
    func legacy() throws {
        #expect(try Self.dashboard().legacyJSON.shape == Self.shape)
        let all = try Self.dashboard().json.members
        #expect(JSON.object(Array(all.prefix(8))).shape == Self.shape)
        #expect(all.dropFirst(8).map(\.key) == ["asOf", "analysis"])
    }

    @Test("Maya's body is the recorded one; figures agree with the analyses beside it")
    func maya() throws {
        let json = try Self.dashboard().legacyJSON
        #expect(
            json.text.hasPrefix(
                "{\"totalMonthlySpending\":1382.99,\"topOverspendingCategories\":[\"Rent\",\"Car repair\",\"Netflix\"],"
                    + "\"spendingGrowthFromLastMonth\":\"18.9%\",\"spendingHeatmap\":[{\"category\":\"Rent\","
                    + "\"spendingLevel\":\"High\"}"))
        #expect(json["debtStatuses"]?["nextDueDate"] == "2026-05-05")
        #expect(json["currentAlerts"] == .array([Self.alert]))
        let dashboard = try Self.dashboard()
        let analysis = try #require(dashboard.json["analysis"])
        #expect(
            analysis.members.map(\.key) == [
                "asOf", "preparedAt", "month", "risk", "spending", "debts", "peers", "tips",
            ])
        #expect(analysis["spending"]?["total"] == json["totalMonthlySpending"])
        #expect(analysis["risk"]?["legacyStatus"] == json["debtStatuses"]?["status"])
        #expect(analysis["peers"]?["text"] == json["peerComparison"]?["comparison"])
        #expect(
            analysis["asOf"] == "2026-04-20T10:00:00Z" && analysis["preparedAt"] == "2026-04-20T10:01:00Z"
        )
        #expect(analysis["tips"]?.text == "[{\"kind\":\"debt\",\"madeAt\":\"2026-04-20T10:00:00Z\"}]")
    }

    @Test(
        "a person without records has the same keys, zeros where the app prints them, and N/A for the due date"
    )
    func noah() throws {
        let json = try Self.dashboard(of: NamedPeople.noah, alerts: [], tips: []).legacyJSON
        #expect(
            json.text
                == "{\"totalMonthlySpending\":0,\"topOverspendingCategories\":[],\"spendingGrowthFromLastMonth\":\"0%\","
                + "\"spendingHeatmap\":[],\"currentAlerts\":[],\"aiTips\":[],\"debtStatuses\":{\"missedInstallments\":0,"
                + "\"nextDueDate\":\"N/A\",\"status\":\"Low Risk\"},\"peerComparison\":{\"comparison\":"
                + "\"Not enough data: no comparison has been published yet.\"}}")
    }

    @Test("the newest five alerts; tips as expense, budget, debt; those that miss a text are dropped")
    func lists() throws {
        let alerts = (1...7).map { JSON.object([JSON.Member("n", .int($0))]) }
        func point(_ text: String) -> ReportInsight {
            ReportInsight(insight: text, suggestion: "s", category: "c")
        }
        let now = NamedPeople.now
        let tips: [UserDashboard.Tips] = [
            .init(kind: .debt, insights: [point("3")], madeAt: now),
            .init(kind: .expense, insights: [point("1"), point("")], madeAt: now),
            .init(kind: .budget, insights: [point("2")], madeAt: now),
        ]
        let json = try Self.dashboard(alerts: alerts, tips: tips).legacyJSON
        #expect(json["currentAlerts"] == .array(Array(alerts.prefix(5))))
        #expect(json["aiTips"] == .array(["1", "2", "3"].map { point($0).json }))
    }
}
