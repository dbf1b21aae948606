package org.hutong.app.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.hutong.app.Hutong;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test against the whole server on a free port and a database of its own. Classes without settings of their own share one server, so a
 * test makes what it needs and counts on nothing being empty. {@link Browser} speaks to it; the bean {@link TestDatabase} looks past it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Hutong.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = "spring.test.print-condition-evaluation-report=false")
@ContextConfiguration(initializers = ServerDatabase.class)
public @interface ServerTest {
}
