package org.dongvon.crash;

import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is being posted while things are killed. Has a constructor without parameters, for the other Java. */
public interface CrashWork {

    /** Makes what posting needs, once, before the first. */
    void prepare(BeanFactory beans, JdbcClient owner);

    /**
     * Posts once; coming back is the acknowledgement. The same key again must do nothing more.
     *
     * @param number counts the posts, for work that must not meet itself
     */
    void post(BeanFactory beans, UUID key, long number);

    /** The keys in the books, one entry for each time. */
    List<UUID> stored(JdbcClient owner);

    /** Looks at everything that must hold in the books at any time; throws when it does not. */
    void verify(BeanFactory beans, JdbcClient owner);
}
