package org.dongvon.support;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Remembers which names anything in this process looked up, a library as much as we: whoever goes to another machine asks
 * for its address first.
 */
public final class Lookups extends InetAddressResolverProvider {

    private static final Set<String> NAMES = ConcurrentHashMap.newKeySet();

    /** The names so far. */
    public static Set<String> names() {
        return Set.copyOf(NAMES);
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        return new Noting(configuration.builtinResolver());
    }

    @Override
    public String name() {
        return "noting";
    }

    private record Noting(InetAddressResolver builtin) implements InetAddressResolver {

        @Override
        public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
            NAMES.add(host);
            return builtin.lookupByName(host, policy);
        }

        @Override
        public String lookupByAddress(byte[] address) throws UnknownHostException {
            return builtin.lookupByAddress(address);
        }
    }
}
