# A PostgreSQL of our own for one run: in a temporary folder, on a free port of the loopback, gone afterwards.

start_postgres() {
  local bin
  bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
  postgres_folder=$(mktemp -d)
  postgres_port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
  postgres_ctl="$bin/pg_ctl"
  # The server refuses to run as root, so root lends it to the user that Debian made for it.
  if [ "$(id -u)" = 0 ]; then
    chown postgres "$postgres_folder"
    postgres_as() { su postgres -s /bin/sh -c "$*"; }
  else
    postgres_as() { sh -c "$*"; }
  fi
  postgres_as "$bin/initdb -D $postgres_folder/data -U sen -A trust -E UTF8 --locale=C.UTF-8" >/dev/null
  postgres_as "$postgres_ctl -D $postgres_folder/data -l $postgres_folder/log -w start -o '-k $postgres_folder -p $postgres_port -c listen_addresses=127.0.0.1 -c max_connections=400 -c fsync=${SEN_TEST_FSYNC:-off}'" >/dev/null
  export SEN_TEST_POSTGRES_URL="postgres://sen@127.0.0.1:$postgres_port/postgres"
  export SEN_TEST_POSTGRES_CTL="$postgres_ctl -D $postgres_folder/data"
}

stop_postgres() {
  postgres_as "$postgres_ctl -D $postgres_folder/data -m immediate -w stop" >/dev/null 2>&1 || true
  rm -rf "$postgres_folder"
}
