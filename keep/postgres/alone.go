package postgres

import "context"

// Alone takes a lock of the record that nobody else has at the same time, held by a connection of its own: it goes with the program. Where somebody has it,
// it waits, or says that it is not to be had.
func (s *Store) Alone(ctx context.Context, what string, wait bool) (free func(), had bool, err error) {
	c, err := s.pool.Acquire(ctx)
	if err != nil {
		return nil, false, s.fault(err)
	}
	const key = "(hashtext('hearsay ' || $1), hashtext(current_schema()))"
	if wait {
		_, err = c.Exec(ctx, "SELECT pg_advisory_lock"+key, what)
		had = err == nil
	} else {
		err = c.QueryRow(ctx, "SELECT pg_try_advisory_lock"+key, what).Scan(&had)
	}
	if err != nil || !had {
		c.Release()
		return nil, false, s.fault(err)
	}
	return func() {
		ctx := context.WithoutCancel(ctx)
		if _, err := c.Exec(ctx, "SELECT pg_advisory_unlock"+key, what); err != nil {
			_ = c.Conn().Close(ctx) // the lock goes with it
		}
		c.Release()
	}, true, nil
}
