## One story alone
title-single = This story alone
single-buy = Buy this story for { $amount }
single-text = The story is yours for good, in all the languages it appears in. There is nothing to cancel.
single-submit = Buy for { $amount }
single-subscribe = Or subscribe and read everything
single-paid-text = Your payment has arrived. One step is left: sign in as { $email }, so that the story belongs to you and nobody else.
single-expired-text = This payment was not completed and nothing has been charged.
single-back = Back
title-stories = Stories you have bought
stories-yours = Yours for good
stories-text = You can read these stories to the last sentence at any time, in every language.
stories-none = You haven’t bought a story yet.
stories-gone = This story is no longer published.
