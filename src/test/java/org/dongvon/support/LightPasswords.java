package org.dongvon.support;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * The passwords of the server of the tests, whose people log in thousands of times: Argon2id as the product's, with a quarter
 * of a megabyte and one pass. What the product takes is said by {@code AccountsDbTest}.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class LightPasswords {

    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int KIBIBYTES = 256;

    @Bean
    @Primary
    static PasswordEncoder lightPasswordEncoder() {
        return new Argon2PasswordEncoder(SALT, HASH, 1, KIBIBYTES, 1);
    }
}
