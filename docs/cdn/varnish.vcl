# Varnish (6.0 or later) as a cache in front of Dateline. Change the port, and the token of the purges.
# docs/delivery.md explains it; tests/int/delivery/sharedCaches.test.ts runs it.
vcl 4.1;

backend dateline {
    .host = "127.0.0.1";
    .port = "3000";
}

sub vcl_recv {
    # PURGE_URL=http://varnish.example/purge and PURGE_TOKEN=change-this-token
    if (req.url == "/purge") {
        if (req.method != "POST" || req.http.Authorization != "Bearer change-this-token") {
            return (synth(403));
        }
        if (req.http.Surrogate-Key ~ "^[a-z0-9 -]+$") {
            ban("obj.http.Surrogate-Key ~ (^|\s)(" + regsuball(req.http.Surrogate-Key, " ", "|") + ")(\s|$)");
        } else {
            # Without keys: everything.
            ban("obj.status != 0");
        }
        return (synth(200));
    }

    # Whoever is signed in gets an answer of their own. The admin UI has further cookies.
    if (req.http.Authorization || req.http.Cookie ~ "payload-token=" || req.url ~ "^/admin($|[/?])") {
        return (pass);
    }
    # No other cookie changes an answer.
    unset req.http.Cookie;
}

sub vcl_deliver {
    if (obj.hits > 0) {
        set resp.http.X-Cache = "HIT";
    } else {
        set resp.http.X-Cache = "MISS";
    }
}
