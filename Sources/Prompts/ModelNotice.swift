/// What people are told before they agree to a model outside.
public enum ModelNotice {
    /// Which data goes where, and what happens without.
    public static let text = """
        Answers can be worded by a language model that another company runs for this service. For an answer it is sent \
        your question, the last messages of the conversation, what you told about yourself, and figures from your \
        records with the names you gave them. Your name, e-mail address and ids, account and telephone numbers, and \
        your partner's own records are never sent. A receipt that you send is passed on whole, with everything that is \
        on it, to be read once; it is not kept here. Where and for how long that company keeps what it is sent is for \
        the operator of this service to say. If you do not agree, answers come from your records by fixed rules, and \
        nothing leaves.
        """
}
