package org.hutong.access;

import static org.hutong.schema.access.Tables.ACCOUNT;
import static org.hutong.schema.access.Tables.POST;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** All SQL of accounts and posts. */
@Component
class AccountStore {
    private final DSLContext dsl;

    AccountStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** What sign-in needs of an account. */
    record Login(UUID id, String passwordHash) {
        @Override
        public String toString() {
            return "Login[" + id + "]";
        }
    }

    /** Enabled accounts only. */
    Optional<Login> byLogin(String login) {
        return dsl.select(ACCOUNT.ID, ACCOUNT.PASSWORD_HASH).from(ACCOUNT).where(ACCOUNT.LOGIN.eq(login), ACCOUNT.DISABLED_AT.isNull())
                .fetchOptional(row -> new Login(row.value1(), row.value2()));
    }

    /** @return false when the id or login is there already */
    boolean insert(UUID id, String login, String name, String passwordHash, Instant now) {
        return dsl.insertInto(ACCOUNT).set(ACCOUNT.ID, id).set(ACCOUNT.LOGIN, login).set(ACCOUNT.NAME, name)
                .set(ACCOUNT.PASSWORD_HASH, passwordHash).set(ACCOUNT.CREATED_AT, now.atOffset(ZoneOffset.UTC))
                .onConflictDoNothing().execute() == 1;
    }

    void insert(Accounts.NewPost post) {
        dsl.insertInto(POST).set(POST.ID, post.id()).set(POST.TITLE_ZH, post.title().zh()).set(POST.TITLE_EN, post.title().en())
                .set(POST.REGION, post.region().number()).set(POST.DEPARTMENT, post.department())
                .set(POST.ROLES, post.roles().stream().sorted().map(Role::name).toArray(String[]::new)).onConflictDoNothing().execute();
    }
}
