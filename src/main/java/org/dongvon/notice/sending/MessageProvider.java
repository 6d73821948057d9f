package org.dongvon.notice.sending;

import java.util.List;

/** Takes messages out of the house: a file, a provider by HTTP or by SMPP. */
public sealed interface MessageProvider extends AutoCloseable permits FileProvider, HttpProvider, SmppProvider {

    /** Its name in the outbox and in the settings. */
    String name();

    /** How many it takes at once: as many as may be in doubt after a crash. */
    int batch();

    /** Hands messages over; the answers stand in the order of the messages. */
    List<Outcome> send(List<Outgoing> messages);

    @Override
    void close();
}
