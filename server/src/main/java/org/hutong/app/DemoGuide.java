package org.hutong.app;

import java.util.List;

/** What a visitor needs to look around in the demo town. The {@link Welcome} prints it; {@code /api/demo} answers it. */
public interface DemoGuide {

    List<Account> accounts();

    List<Persona> personas();

    /** An officer to sign in as; {@code region} is the name of the post's region. */
    record Account(String login, String password, String name, String title, String region, String department) {
    }

    /** A resident to sign in as; {@code note} says what is special about the person. */
    record Persona(String name, String idNumber, String phone, String note) {
    }
}
