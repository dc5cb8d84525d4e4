@testable import Prompts

/// Questions as people type them: with what they should be recognised as, and those that tell of no trouble.
enum CareExamples {
    static let positive: [(CareSituation, [String])] = [
        (
            .cannotPay,
            [
                "I can't pay", "I cannot pay my credit card this month", "im struggling to pay my bills",
                "we can't afford food until friday", "I cant afford the minimum payments any more",
                "I wont be able to make my loan payment", "drowning in debt, what do i do",
                "I can't keep up with my debts",
                "no money for food", "Ive missed two payments on my loan", "unable to pay anything this month",
                "I ran out of money and bills are due", "strugling to pay evrything", "carnt pay my bils",
                "I'm scared to open my post", "my debt is out of control", "cudnt pay the card agen",
                "We had to use a food bank", "I can't cope with all this debt", "i dont have enough to pay my bills",
            ]
        ),
        (
            .enforcement,
            [
                "bailiffs are coming tomorrow", "The balifs came to my door", "what can an enforcement agent take?",
                "I got a county court claim", "we are being evicted", "they want to reposess my car",
                "I have a CCJ", "debt collecters keep calling", "got a final demand today",
                "they are threatening to cut off my gas", "my landlord wants to evict us", "a loan shark is after me",
                "council sent a liability order", "court letter about my debt", "should I go bankrupt",
            ]
        ),
        (
            .missedPriorityBill,
            [
                "I'm behind on my rent", "I missed my council tax payment", "we have mortgage arrears",
                "I haven't paid the electric for 3 months", "rent arrears help", "behind with the morgage",
                "i didnt pay my rnet", "my council tax is overdue", "cant pay my gas bill",
                "I owe two months rent", "we've fallen behind with the energy bill", "couldn't pay the councel tax",
            ]
        ),
        (
            .borrowingToRepay,
            [
                "should I take a payday loan to pay my other loan", "borrowed money to pay back a loan",
                "can I get another loan to pay my cards", "using a credit card to pay off my loan",
                "taking out a loan to clear my overdraft", "I keep borrowing to cover the rent",
                "payday lone to pay the last one back loan", "paying off one card with another card",
            ]
        ),
        (
            .gambling,
            [
                "I gambled my wages", "I can't stop gambling", "lost everything on online slots",
                "spent my rent at the casino", "i have a gambeling problem", "chasing my losses again",
                "betting has eaten my savings",
            ]
        ),
        (
            .illness,
            [
                "I was diagnosed with cancer", "I've been off sick since march", "I'm too ill to work",
                "signed off work with stress", "my depression makes money hard",
                "my wife is in hospital and we have no pay",
                "I had a stroke last year", "im seriously unwell",
            ]
        ),
        (
            .bereavement,
            [
                "my husband died last month", "my mum passed away", "I lost my dad in june",
                "how do I pay for a funeral",
                "I'm recently widowed", "since my partner's death I can't manage", "dealing with a bereavment",
            ]
        ),
        (
            .selfHarm,
            [
                "I want to kill myself", "I feel suicidal", "there is no point in living", "I want to die",
                "everyone would be better off without me", "i cant go on", "thinking of ending it, no way out",
                "I want to end it all", "sucidal because of money", "I've been hurting, I want to hurt myself",
                "I dont want to be here anymore", "self harm",
            ]
        ),
    ]

    static let neutral = """
        What's left this month?
        How much did I spend on groceries last month?
        Can I afford a new bike for £300?
        Can I pay off my card early?
        How long until my car loan is paid off?
        What is my biggest expense?
        When is my rent due?
        How much rent do I pay?
        Did I pay my council tax this month?
        How much is my mortgage?
        Show me my debts
        What interest does my credit card charge?
        Which debt costs me the most?
        What happens if I pay £50 more each month?
        Avalanche or snowball?
        How are my saving goals going?
        When will I reach my Lisbon goal?
        Am I within my budget?
        How does April compare with March?
        What's coming up in the next two weeks?
        How much do I spend on takeaways?
        My phone died, how much for a new one?
        This budget is killing me, ha
        I'm dying to know what I saved
        Dead easy, thanks!
        Cancel my Netflix subscription
        Can I cancel my gym?
        New windows would cost £4,000, can I afford them?
        Tennis court fees are in which category?
        Food court spending last week?
        How much did I spend on the lottery?
        Is my income enough for a holiday?
        I lost £20 on the train, where do I enter it?
        I lost my receipt, can you tell me the amount?
        How much water do we pay for?
        What is my energy bill each month?
        Compare my gas and electric bills
        I paid my rent yesterday
        I paid off my loan, hooray!
        My loan is paid, what now?
        How much have I paid in interest?
        Should I save more?
        How do I save for a house deposit?
        I'd like to put £100 aside each month
        What is a good emergency fund?
        What does APR mean?
        Explain the 50/30/20 rule
        How much do I need each month for my goal?
        What percentage of my income goes on rent?
        Is my spending higher than last month?
        What are my subscriptions?
        Which subscription went up in price?
        How much is left for eating out?
        How much did eating out cost?
        Can I still spend £50 this week?
        What did I earn in March?
        When do I get paid?
        How much do I earn a year?
        Is my salary in yet?
        What's my partner's household budget?
        How much do my wife and I spend on food?
        My mum gave me £200, how do I add it?
        My dad paid me back, where does it go?
        My son needs school shoes, can I afford £60?
        My daughter starts university next year, how do I save?
        My brother owes me money
        My late payment fee was £12, which category?
        Late fees last year?
        What is the best day to pay a bill?
        Set a budget for clothes
        Rename my budget
        Delete a goal
        Hello
        Good morning
        Thanks, that helps
        Who are you?
        What can you do?
        Are you a bot?
        How do you know my numbers?
        Is my data safe?
        Can you see my bank balance?
        What's my balance?
        Give me a summary
        How am I doing?
        Where does my money go?
        Show my spending by category
        Why is my spending up?
        What changed since January?
        What is uncategorised?
        How many debts do I have?
        What's the total I owe?
        When is the next payment due?
        Which debt is the smallest?
        How much interest do I pay a month?
        How can I pay less interest?
        What if rates go up?
        What if I get a pay rise of £100?
        What if I pay a lump sum of £500?
        Can I afford to pay £50 more on my card?
        Could I afford a car loan of £200 a month?
        Is a mortgage of £900 a month possible?
        How much could I borrow for a house?
        What does minimum payment mean?
        Is my minimum payment enough?
        My card has a 0% offer until June
        What is a balance transfer?
        What is an overdraft?
        What is a credit score?
        Do I have any loans?
        When did I take out the loan?
        Tell me about my car loan
        How much of my loan is interest?
        How much did the plumber cost?
        Heating was £80, is that normal?
        How do I split bills with my flatmate?
        My landlord put the rent up
        We moved house, update the rent
        I got a new job
        I'm going on holiday in July
        I'm getting married next year
        We're having a baby, what should I plan for?
        How much is a wedding likely to cost me each month to save?
        How much for Christmas?
        I want to treat myself
        Can I buy a coffee every day?
        What's a nudge?
        Turn off notifications
        How is my pace this month?
        Will I overspend?
        What's my forecast?
        How sure are you?
        What is my risk band?
        How do I compare with others?
        Show March 2026
        What was left in February?
        How much did I save last year?
        What was my best month?
        Average spending over six months?
        Which bills repeat?
        Any duplicate payments?
        Did Netflix go up?
        How much is my TV licence?
        What is council tax for?
        I got a tax refund of £300
        Is the fine for parking in my expenses?
        How much have I spent at the chemist?
        How much did the dentist cost?
        Gym membership price?
        What are needs and wants?
        Is rent a need?
        Put groceries under needs
        Can I trust these numbers?
        You got my rent wrong
        That is not right, check again
        What's the weather?
        Tell me a joke
        I can't find my budget
        I can't see my goals
        I cant log in on my phone
        I can't decide between two phones
        I don't understand the chart
        I don't have any debts
        I have no debts, what next?
        I never missed a goal
        I want to live in London, what would it cost?
        I want to retire early
        How long would £5,000 last?
        What is the difference between interest and fees?
        Better deals on energy?
        """.split(separator: "\n").map(String.init)
}
