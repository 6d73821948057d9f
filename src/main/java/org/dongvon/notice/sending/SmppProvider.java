package org.dongvon.notice.sending;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.dongvon.household.PhoneNumber;
import org.dongvon.notice.text.GsmLetters;
import org.dongvon.notice.text.ShortMessage;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jspecify.annotations.Nullable;

/**
 * Sends messages by SMPP 3.4 as a transmitter: one {@code submit_sm} a message, longer ones whole in {@code message_payload}, so
 * that no part goes out alone.
 */
final class SmppProvider implements MessageProvider {

    static final String NAME = "smpp";

    private static final int PATIENCE_MILLIS = 20_000;

    /** The queue is full, or too many at once: later it will do. */
    private static final Set<Integer> LATER = Set.of(0x14, 0x58);

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9_.:-]{1,64}");

    private final Setup setup;
    private @Nullable SMPPSession session;

    SmppProvider(Setup setup) {
        this.setup = setup;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int batch() {
        return 1;
    }

    @Override
    public List<Outcome> send(List<Outgoing> messages) {
        return messages.stream().map(this::send).toList();
    }

    private Outcome send(Outgoing message) {
        SMPPSession bound;
        try {
            bound = bound();
        } catch (IOException e) {
            return new Outcome.Failed("NOT_BOUND");
        }
        try {
            var id = submit(bound, message);
            return new Outcome.Sent(REFERENCE.matcher(id).matches() ? id : "");
        } catch (NegativeResponseException e) {
            var note = "SMPP_" + e.getCommandStatus();
            return LATER.contains(e.getCommandStatus()) ? new Outcome.Failed(note) : new Outcome.Rejected(note);
        } catch (PDUException e) {
            return new Outcome.Rejected("NOT_SMPP");
        } catch (ResponseTimeoutException | InvalidResponseException | IOException e) {
            unbind();
            return new Outcome.Unsure("NO_ANSWER");
        }
    }

    private String submit(SMPPSession bound, Outgoing message)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        var text = ShortMessage.of(message.text());
        boolean gsm = text.coding() == ShortMessage.Coding.GSM;
        var bytes = gsm ? GsmLetters.encode(text.text()) : text.text().getBytes(StandardCharsets.UTF_16BE);
        boolean whole = text.parts() == 1;
        var more = whole
                ? new OptionalParameter[0]
                : new OptionalParameter[] {new OptionalParameter.Message_payload(bytes)};
        var result = bound.submitShortMessage(
                "",
                TypeOfNumber.ALPHANUMERIC,
                NumberingPlanIndicator.UNKNOWN,
                setup.sender(),
                TypeOfNumber.INTERNATIONAL,
                NumberingPlanIndicator.ISDN,
                PhoneNumber.international(message.to().digits()),
                new ESMClass(),
                (byte) 0,
                (byte) 0,
                null,
                null,
                new RegisteredDelivery(0),
                (byte) 0,
                new GeneralDataCoding(gsm ? Alphabet.ALPHA_DEFAULT : Alphabet.ALPHA_UCS2),
                (byte) 0,
                whole ? bytes : new byte[0],
                more);
        return result.getMessageId() == null ? "" : result.getMessageId();
    }

    private SMPPSession bound() throws IOException {
        if (session != null && session.getSessionState().isBound()) {
            return session;
        }
        unbind();
        var made = new SMPPSession(this::connect);
        made.setTransactionTimer(PATIENCE_MILLIS);
        made.connectAndBind(
                setup.host(),
                setup.port(),
                new BindParameter(
                        BindType.BIND_TX,
                        setup.systemId(),
                        setup.password(),
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        null),
                PATIENCE_MILLIS);
        session = made;
        return made;
    }

    private Connection connect(String host, int port) throws IOException {
        if (!setup.tls()) {
            return new SocketConnection(javax.net.SocketFactory.getDefault().createSocket(host, port));
        }
        var socket = (SSLSocket) SSLSocketFactory.getDefault().createSocket(host, port);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return new SocketConnection(socket);
    }

    private void unbind() {
        if (session != null) {
            session.unbindAndClose();
            session = null;
        }
    }

    @Override
    public void close() {
        unbind();
    }

    /** How to reach the provider; {@code sender} is the name that telephones show. */
    record Setup(String host, int port, String systemId, String password, String sender, boolean tls) {

        @Override
        public String toString() {
            return systemId + "@" + host + ":" + port;
        }
    }
}
