package org.dongvon.identity.access;

import java.util.List;

/** Pages that anybody reads without a log-in: they hold no personal data. */
final class OpenPages {

    static final List<String> ALL = List.of(
            "/gifts",
            "/gifts/{code}",
            "/roots",
            "/roots/roots.txt",
            "/roots/{office}",
            "/roots/{office}/roots.txt",
            "/r/{code}",
            "/r/{code}/proof.txt");

    private OpenPages() {}
}
