package org.dongvon.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.dongvon.command.ModuleBeans;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * A test of the modules' beans, without pages, on a database of its own with all migrations, the shipped reference
 * data and no other. Beans
 * come by the constructor; {@link OwnerDb} writes fixtures past row-level security.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SpringExtension.class)
@PostgresDatabase
@ContextConfiguration(classes = ModuleBeans.class)
@TestConstructor(autowireMode = AutowireMode.ALL)
public @interface PostgresTest {}
