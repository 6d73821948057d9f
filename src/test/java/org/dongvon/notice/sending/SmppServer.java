package org.dongvon.notice.sending;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.jsmpp.util.MessageId;

/** The other side of SMPP on loopback, by the library's own server: keeps what it was given. */
final class SmppServer implements AutoCloseable {

    private static final int INVALID_PASSWORD = 0x0E;
    private static final int SYSTEM_ERROR = 0x08;

    private final ServerSocket socket;
    private final SMPPServerSessionListener listener;
    private final String systemId;
    private final String password;
    private final List<String> taken = new ArrayList<>();
    private final Deque<Integer> refusals = new ArrayDeque<>();

    SmppServer(String systemId, String password) throws IOException {
        this.systemId = systemId;
        this.password = password;
        this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        this.listener = new SMPPServerSessionListener(0, new OnLoopback());
        listener.setMessageReceiverListener((ServerMessageReceiverListener) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ServerMessageReceiverListener.class},
                (proxy, method, arguments) -> {
                    if (arguments != null && arguments[0] instanceof SubmitSm sm) {
                        return accept(sm);
                    }
                    throw new ProcessRequestException("not asked for", SYSTEM_ERROR);
                }));
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** What came: sender, number, coding, text. */
    synchronized List<String> taken() {
        return List.copyOf(taken);
    }

    /** The next messages are refused with these statuses. */
    synchronized void refuseWith(Integer... statuses) {
        refusals.addAll(Arrays.asList(statuses));
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                var bind = listener.accept().waitForBind(5_000);
                if (bind.getSystemId().equals(systemId) && bind.getPassword().equals(password)) {
                    bind.accept("smsc");
                } else {
                    bind.reject(INVALID_PASSWORD);
                }
            } catch (IOException | TimeoutException | PDUStringException e) {
                // Closed, or a client that went away: the next one is waited for.
            }
        }
    }

    private synchronized SubmitSmResult accept(SubmitSm sm) throws ProcessRequestException, PDUStringException {
        if (!refusals.isEmpty()) {
            throw new ProcessRequestException("refused", refusals.removeFirst());
        }
        var text = sm.getShortMessage();
        var payload = sm.getOptionalParameter(OptionalParameter.Message_payload.class);
        var kind = "";
        if (payload != null) {
            text = payload.getValue();
            kind = "payload ";
        }
        var letters = sm.getDataCoding() == 8 ? StandardCharsets.UTF_16BE : StandardCharsets.US_ASCII;
        taken.add(sm.getSourceAddr() + " " + sm.getDestAddress() + " " + sm.getDataCoding() + " " + kind
                + new String(text, letters));
        return new SubmitSmResult(new MessageId("m" + taken.size()), new OptionalParameter[0]);
    }

    @Override
    public void close() throws IOException {
        socket.close();
        listener.close();
    }

    /** This machine alone. */
    private final class OnLoopback implements ServerConnectionFactory {

        @Override
        public ServerConnection listen(int port) {
            return new ServerSocketConnection(socket);
        }

        @Override
        public ServerConnection listen(int port, int timeout) {
            return new ServerSocketConnection(socket);
        }

        @Override
        public ServerConnection listen(int port, int timeout, int backlog) {
            return new ServerSocketConnection(socket);
        }
    }
}
